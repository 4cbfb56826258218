import type { Element } from "hast";
import { visit } from "../model/visit.ts";
import type { Fact } from "../config/facts-file.ts";
import type { CslItem } from "../config/references/csl-item.ts";
import type { SourceLocation } from "../diagnostics/diagnostic.ts";
import type { SourcePoint } from "../model/diagnostic.ts";
import { textOf } from "../model/text-of.ts";
import type { LoadedSources } from "../pipeline/load.ts";
import { treesOf, type WholePublication } from "../transform/whole-publication.ts";

/** Kinds of things that a text refers to by name. */
export type ThingKind = "id" | "reference" | "fact" | "term" | "variable";

export interface NamedThing {
  readonly kind: ThingKind;
  readonly name: string;
  /** Prefix of an id in `[@fig:id]`. */
  readonly prefix?: "fig" | "tbl" | "box" | "eq" | "sec";
  /** One line of plain text. */
  readonly summary: string;
  /** Markdown lines shown when hovering over the name. */
  readonly details: readonly string[];
  /** Where it is defined: the file as named in diagnostics. */
  readonly file?: string | undefined;
  readonly start?: SourcePoint | undefined;
}

/** Returns everything with a name in a publication. `whole` is missing where the text cannot be transformed. */
export function nameThings(loaded: LoadedSources, whole: WholePublication | undefined): NamedThing[] {
  return [
    ...(whole ? whole.chapters.flatMap((chapter) => idsOf(chapter)) : []),
    ...Array.from(loaded.citations?.library.references ?? [], ([name, { item, location }]) => ({
      kind: "reference" as const,
      name,
      summary: summaryOf(item),
      details: [describe(item)],
      ...locationOf(location),
    })),
    ...Array.from(loaded.facts.values(), factThing),
    ...(loaded.context.glossary?.terms ?? []).map(({ term, expansion, definition, file, position }) => ({
      kind: "term" as const,
      name: term,
      summary: expansion ?? definition ?? "",
      details: [expansion, definition].filter((line) => line !== undefined),
      ...locationOf({ file, position }),
    })),
    ...variablesOf(loaded),
  ];
}

const prefixes = { figure: "fig", table: "tbl", box: "box", equation: "eq" } as const;

function idsOf(chapter: WholePublication["chapters"][number]): NamedThing[] {
  const found: NamedThing[] = [];
  for (const tree of treesOf(chapter)) {
    visit(tree, "element", (node) => {
      const { id } = node.properties;
      if (typeof id !== "string" || !id.startsWith(chapter.prefix)) return;
      const numbered = node.data?.numbered;
      const prefix = numbered ? prefixes[numbered] : /^h[2-6]$/.test(node.tagName) ? ("sec" as const) : undefined;
      const { file, line, column } = node.data?.origin ?? {};
      const start = line !== undefined && column !== undefined ? { line, column } : undefined;
      const summary = titleOf(node);
      const kind = numbered ?? (prefix === "sec" ? "section" : node.tagName);
      const name = id.slice(chapter.prefix.length);
      found.push({
        kind: "id",
        name,
        ...(prefix && { prefix }),
        summary,
        details: [`*${kind}*: ${summary}`],
        file,
        start,
      });
    });
  }
  return found;
}

function titleOf(node: Element): string {
  const caption = node.children.find(
    (child): child is Element => child.type === "element" && ["figcaption", "caption"].includes(child.tagName),
  );
  const words = textOf(caption ?? node)
    .replaceAll(/\s+/g, " ")
    .trim();
  return words.length > 100 ? `${words.slice(0, 99)}…` : words;
}

function factThing(fact: Fact): NamedThing {
  const { text, url, cite, locator } = {
    text: undefined,
    url: undefined,
    cite: undefined,
    locator: undefined,
    ...fact.source,
  };
  const source = text ?? [...(cite ?? []).map((key) => `@${key}`), ...(locator ? [locator] : [])].join(", ");
  const value = [fact.value, fact.unit].filter((part) => part !== undefined).join(" ");
  return {
    kind: "fact",
    name: fact.id,
    summary: `${value}: ${fact.statement}`,
    details: [
      `**${value}** ${fact.statement}`,
      `Source: ${source}${url === undefined ? "" : ` <${url}>`}`,
      `Checked ${fact.checked}${fact.recheck === undefined ? "" : `, to be checked again by ${fact.recheck}`}, ${fact.confidence}.`,
    ],
    ...locationOf(fact.locations.id),
  };
}

function variablesOf({ publicationMatter, parsed }: LoadedSources): NamedThing[] {
  const all = [publicationMatter, ...parsed.map(({ frontMatter }) => frontMatter)].flatMap(({ variables = {} }) =>
    Object.entries(variables),
  );
  const columns = Object.keys(publicationMatter.roster ?? {}).map((name) => [name, "a column of the roster"] as const);
  return [...new Map([...all, ...columns])].map(([name, value]) => ({
    kind: "variable",
    name,
    summary: String(value),
    details: [String(value)],
  }));
}

function locationOf({ file, position }: SourceLocation) {
  return { file, start: position?.start };
}

interface ShownWork {
  readonly author?: readonly { readonly family?: string; readonly literal?: string }[];
  readonly editor?: ShownWork["author"];
  readonly issued?: { readonly "date-parts"?: readonly (readonly number[])[] };
  readonly title?: string;
  readonly "container-title"?: string;
  readonly DOI?: string;
  readonly URL?: string;
}

function summaryOf(item: CslItem): string {
  const { author, editor = [], issued, title } = item as ShownWork;
  const [first] = author ?? editor;
  const year = issued?.["date-parts"]?.[0]?.[0]?.toString();
  return [first?.family ?? first?.literal, year, title].filter((part) => part !== undefined).join(" · ");
}

function describe(item: CslItem): string {
  const { "container-title": container, DOI: doi, URL: url } = item as ShownWork;
  const address = doi === undefined ? url : `https://doi.org/${doi}`;
  return [summaryOf(item), container && `*${container}*`, address && `<${address}>`].filter(Boolean).join("  \n");
}
