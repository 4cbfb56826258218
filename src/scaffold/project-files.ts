import { firstArticle, titleOf } from "./first-article.ts";
import type { Project } from "./project.ts";
import { pipeline, workflow } from "./workflows.ts";

/** A file to create. An existing one is kept. */
interface ProjectFile {
  /** `/`-separated, relative to the project folder. */
  readonly path: string;
  /** What it is for, in a few words. */
  readonly purpose: string;
  readonly isWanted?: (project: Project) => boolean;
  readonly text: (project: Project) => string;
}

export const projectFiles: readonly ProjectFile[] = [
  {
    path: "offprint.config.ts",
    purpose: "the configuration",
    text: configuration,
  },
  {
    path: "content/first-article/article.md",
    purpose: "an article to start from",
    isWanted: ({ hasContent }) => !hasContent,
    text: ({ today, author, name }) => firstArticle({ today, author, title: titleOf(name) }),
  },
  {
    path: "CITATION.cff",
    purpose: "how the project is cited; its authors are those of texts that name none",
    isWanted: ({ author }) => author !== undefined,
    text: citationFile,
  },
  {
    path: ".github/workflows/offprint.yml",
    purpose: "the workflow that builds and publishes",
    isWanted: onGitHub,
    text: workflow,
  },
  { path: ".gitlab-ci.yml", purpose: "the pipeline that builds and publishes", isWanted: onGitLab, text: pipeline },
  { path: ".gitignore", purpose: "what stays out of the repository", text: () => "dist/\nnode_modules/\n" },
  {
    path: ".vscode/extensions.json",
    purpose: "the editor's extension",
    text: () => json({ recommendations: ["offprint.offprint", "redhat.vscode-yaml"] }),
  },
  { path: ".vscode/settings.json", purpose: "the editor's settings", text: () => json(editorSettings) },
];

function configuration({ url }: Project): string {
  const site = `
  // The address of the published site: for feeds, and for the code in each copy that tells whether it is current.
  // Change it if the site has a domain of its own; without this line, nothing names an address.
  url: ${JSON.stringify(url)},
`;
  return `// The guide has a table of every key.
export default {
  // With true, warnings fail each build; the workflow fails on them in any case.
  strict: false,
${url === undefined ? "" : site}};
`;
}

/** The only types are software and dataset (https://doi.org/10.5281/zenodo.5171937); texts are closer to a dataset. */
function citationFile({ name, author = "" }: Project): string {
  return `cff-version: 1.2.0
message: If you use these texts, please cite them as below.
type: dataset
title: ${JSON.stringify(titleOf(name))}
authors:
  - name: ${JSON.stringify(author)}
`;
}

function onGitHub({ forge }: Project): boolean {
  return forge === "github";
}

function onGitLab({ forge }: Project): boolean {
  return forge === "gitlab";
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

const schemas = "./node_modules/offprint/lib/schemas";

/** Schemas for the files that Offprint reads, if the YAML extension is installed. */
const editorSettings = {
  "yaml.schemas": {
    [`${schemas}/publication.schema.json`]: "publication.yaml",
    [`${schemas}/facts.schema.json`]: "facts.yaml",
    [`${schemas}/glossary.schema.json`]: "glossary.yaml",
    [`${schemas}/template.schema.json`]: "template.yaml",
  },
  "[markdown]": { "editor.wordWrap": "on", "editor.quickSuggestions": { other: true } },
};
