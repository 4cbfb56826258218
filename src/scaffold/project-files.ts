import { firstArticle, titleOf } from "./first-article.ts";

/** Detected data of a project. */
export interface Project {
  /** Name of its folder. */
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Version of Offprint. */
  readonly version: string;
  readonly author?: string | undefined;
  /** Host of its repository, from its remote; defaults to GitHub. */
  readonly forge: "github" | "gitlab";
  /** Branch to publish: the remote's default branch, or the one checked out. */
  readonly branch: string;
  /** Whether it already has articles. */
  readonly hasContent: boolean;
}

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
    text: () => `// The guide has a table of every key.
export default {
  // With true, warnings fail each build; the workflow fails on them in any case.
  strict: false,
};
`,
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

/** https://docs.github.com/actions; each action is pinned to the commit of the named version. */
function workflow({ version, branch }: Project): string {
  return `name: Publications

on:
  push:
    branches: [${JSON.stringify(branch)}]
  pull_request:

permissions:
  contents: read

jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false

      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0
        with:
          node-version: "24"

      - name: Keep what was made and fetched
        uses: actions/cache@55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0
        with:
          path: |
            ~/.cache/offprint
            ~/.cache/puppeteer
            previous
          key: offprint-\${{ runner.os }}-\${{ github.sha }}
          restore-keys: offprint-\${{ runner.os }}-

      # Ubuntu keeps the namespaces that the browser's sandbox is made of from programs it does not know.
      - name: Let the browser have its sandbox
        run: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0

      # Plug-ins, fonts, and the version of Offprint that the project names.
      - name: Install what the project needs
        if: hashFiles('package-lock.json') != ''
        run: npm ci

      - name: Build and check
        run: |
          mkdir -p previous
          ${command(version)} build --strict --reporter github --previous previous

      - name: Keep the list of versions for the next build
        run: cd dist && cp --parents */manifest.json */releases.json ../previous

      - uses: actions/upload-pages-artifact@7b1f4a764d45c48632c6b24a0339c27f5614fb0b # v4.0.0
        with:
          path: dist

  publish:
    if: github.event_name == 'push'
    needs: build
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
    steps:
      - uses: actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5
`;
}

/** Returns the command for the installed Offprint of the project, or else for this version. */
function command(version: string): string {
  return `npx --yes $(test -e node_modules/offprint && echo offprint || echo offprint@${version})`;
}

/** https://docs.gitlab.com/ci/yaml */
function pipeline({ version }: Project): string {
  return `pages:
  image: node:24
  cache:
    key: offprint
    paths: [.cache/]
  variables:
    OFFPRINT_CACHE: $CI_PROJECT_DIR/.cache/offprint
  script:
    - if [ -f package-lock.json ]; then npm ci; fi
    - ${command(version)} build --strict --out public
  artifacts:
    paths: [public]
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`;
}
