import { dirname, resolve } from "node:path";
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import { frontMatter } from "../config/front-matter.ts";
import { fromPlugins } from "../model/plugin/scope.ts";
import { directives } from "../directives/directives.ts";
import type { World } from "../model/world.ts";
import { liesInside } from "../model/shown-path.ts";
import type { NamedThing, ThingKind } from "./named-things.ts";

/** Position of a completion: the line up to the cursor, and the file. */
export interface CompletionRequest {
  readonly world: World;
  readonly path: string;
  /** From the start of the line to the cursor. */
  readonly before: string;
  readonly inFrontMatter: boolean;
  readonly things: readonly NamedThing[];
}

type Complete = (request: CompletionRequest, groups: readonly string[]) => CompletionItem[] | Promise<CompletionItem[]>;

interface Completion {
  readonly inFrontMatter?: true;
  /** Matches the text before the cursor. */
  readonly after: RegExp;
  readonly complete: Complete;
}

/** The first match applies. */
const completions: readonly Completion[] = [
  { inFrontMatter: true, after: /^([\w-]*)$/, complete: () => keys() },
  {
    after: /\[?@(fig|tbl|sec|box|eq):[^\s\]]*$/,
    complete: ({ things }, [prefix]) => named(things.filter((thing) => thing.kind === "id" && thing.prefix === prefix)),
  },
  { after: /\]\([^()\s#]*#[^()\s]*$/, complete: ({ things }) => named(ofKind(things, "id")) },
  { after: /:fact\[[^\]]*$/, complete: ({ things }) => named(ofKind(things, "fact")) },
  { after: /\bfact:\s*[\w.-]*$/, complete: ({ things }) => named(ofKind(things, "fact")) },
  { after: /\{\{\s*[\w.-]*$/, complete: ({ things }) => named(ofKind(things, "variable")) },
  {
    after: /^\s*:{2,}([\w-]+)(?:\[[^\]]*\])?\{(?:[^}]*\s)?[\w-]*$|:([\w-]+)(?:\[[^\]]*\])?\{(?:[^}]*\s)?[\w-]*$/,
    complete: (_, [block, inline]) => attributes(block ?? inline ?? ""),
  },
  { after: /(?:^\s*::include\{[^}]*file=["']?|!?\[[^\]]*\]\()([^()\s#"'}]*)$/, complete: files },
  { after: /^\s*:{3,}\s*[\w-]*$/, complete: () => directiveNames("container") },
  { after: /^\s*::[\w-]*$/, complete: () => directiveNames("leaf") },
  { after: /(?:^|[\s(]):[\w-]*$/, complete: () => directiveNames("text") },
  {
    after: /(?:^|[^\p{L}\p{N}_@/.+\\])@[^\s\]]*$/u,
    complete: ({ things }) => [...named(ofKind(things, "reference")), ...crossReferences(things)],
  },
];

/** Returns the completions at the cursor. */
export async function complete(request: CompletionRequest): Promise<CompletionItem[]> {
  for (const { after, complete: find, inFrontMatter = false } of completions) {
    const match = inFrontMatter === request.inFrontMatter ? after.exec(request.before) : null;
    if (match) return find(request, match.slice(1));
  }
  return [];
}

function ofKind(things: readonly NamedThing[], kind: ThingKind): NamedThing[] {
  return things.filter((thing) => thing.kind === kind);
}

function named(things: readonly NamedThing[]): CompletionItem[] {
  return things.map(({ name, summary, details }) => ({
    label: name,
    kind: CompletionItemKind.Reference,
    detail: summary,
    documentation: { kind: "markdown", value: details.join("\n\n") },
  }));
}

function crossReferences(things: readonly NamedThing[]): CompletionItem[] {
  return ofKind(things, "id")
    .filter(({ prefix }) => prefix !== undefined)
    .map(({ prefix, name, summary }) => ({
      label: `${prefix}:${name}`,
      kind: CompletionItemKind.Reference,
      detail: summary,
    }));
}

function keys(): CompletionItem[] {
  return Object.entries(frontMatter.shape).map(([label, schema]) => ({
    label,
    kind: CompletionItemKind.Property,
    insertText: `${label}: `,
    documentation: schema.description ?? "",
  }));
}

const pluginForms = { container: "block", leaf: "leaf", text: "role" } as const;

function directiveNames(form: "container" | "leaf" | "text"): CompletionItem[] {
  const ours = directives
    .filter((directive) => directive[form] !== undefined)
    .map(({ name, description, example }): CompletionItem => ({
      label: name,
      kind: CompletionItemKind.Keyword,
      detail: description,
      documentation: { kind: "markdown", value: `${description}\n\n\`\`\`markdown\n${example}\n\`\`\`` },
    }));
  const added = fromPlugins("directives")
    .filter(({ item }) => item[pluginForms[form]] !== undefined)
    .map(({ plugin, item }) => ({ label: item.name, kind: CompletionItemKind.Keyword, detail: plugin.name }));
  return [...ours, ...added];
}

function attributes(name: string): CompletionItem[] {
  const known = directives.find((directive) => directive.name === name)?.attributes;
  const added = fromPlugins("directives").find(({ item }) => item.name === name)?.item.attributes ?? {};
  if (!known) return Object.keys(added).map((label) => ({ label, insertText: `${label}=` }));
  return Object.entries(known).map(([label, schema]) => ({
    label,
    kind: CompletionItemKind.Property,
    insertText: `${label}=`,
    documentation: schema.description ?? "",
  }));
}

const images = /\.(?:svg|png|jpe?g|webp|avif|gif)$/i;
const texts = /\.(?:md|markdown|qmd)$/i;

/** Returns the files and folders next to the text, or in the folder typed so far; never from outside the workspace. */
async function files(
  { world, path, before }: CompletionRequest,
  [written = ""]: readonly string[],
): Promise<CompletionItem[]> {
  const folder = resolve(dirname(path), written.replace(/[^/]*$/, "") || ".");
  if (!liesInside(world.host.workingFolder, folder)) return [];
  const wanted = /!\[[^\]]*\]\([^()]*$/.test(before) ? images : texts;
  const entries = await world.disk.list(folder).catch(() => []);
  return entries
    .filter(
      ({ name, kind }) => !name.startsWith(".") && name !== "node_modules" && (kind === "folder" || wanted.test(name)),
    )
    .map(({ name, kind }) => ({
      label: kind === "folder" ? `${name}/` : name,
      kind: kind === "folder" ? CompletionItemKind.Folder : CompletionItemKind.File,
    }));
}
