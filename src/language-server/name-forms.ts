import { basename } from "node:path";
import type { ThingKind } from "./named-things.ts";

/** An occurrence of a name in a text; `start` and `end` are offsets. */
export interface NameUse {
  readonly kind: ThingKind;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly isDefinition: boolean;
  /** The file of a linked id, as written; undefined for the text's own. */
  readonly file?: string;
}

interface NameForm {
  readonly kind: ThingKind;
  /** Files with this form of name. */
  readonly files: RegExp;
  /** With the groups `name` and, for a link, `file`. */
  readonly pattern: RegExp;
  readonly isDefinition?: boolean;
}

const markdown = /\.(?:md|markdown|mdown|qmd|rmd|mdx)$/i;
const yaml = /\.(?:yaml|yml|json)$/i;
const key = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_])?`;

/** All forms in which a text defines or uses a name. */
const nameForms: readonly NameForm[] = [
  {
    kind: "id",
    files: markdown,
    pattern: /\{[^{}\n]*#(?<name>[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.:-]*)[^{}\n]*\}/dgu,
    isDefinition: true,
  },
  { kind: "id", files: markdown, pattern: /<[a-z][^<>]*\sid="(?<name>[^"\n]+)"/dgu, isDefinition: true },
  { kind: "id", files: markdown, pattern: /\]\((?<file>[^()\s#]*)#(?<name>[^()\s]+)[^()]*\)/dgu },
  { kind: "id", files: markdown, pattern: /@(?:fig|tbl|sec|box|eq|any):(?<name>[\p{L}_][\p{L}\p{N}\p{M}._-]*)/dgu },
  {
    kind: "reference",
    files: markdown,
    pattern: new RegExp(String.raw`(?<![\p{L}\p{N}_@/.+\\])@(?!(?:fig|tbl|sec|box|eq|any):)(?<name>${key})`, "dgu"),
  },
  {
    kind: "reference",
    files: /facts\.yaml$/,
    pattern: /(?<=\bcite:\s*(?:\[(?:[^\]\n]*[\s,])?)?["']?)(?<name>[^\s"',[\]{}]+)/dgu,
  },
  {
    kind: "reference",
    files: /\.(?:yaml|json)$/i,
    pattern: /\bid"?\s*:\s*["']?(?<name>[^\s"',{}]+)/dgu,
    isDefinition: true,
  },
  { kind: "reference", files: /\.bib$/i, pattern: /@\w+\s*[{(]\s*(?<name>[^\s,{}]+)\s*,/dgu, isDefinition: true },
  { kind: "fact", files: markdown, pattern: /:fact\[(?<name>[a-z\d.-]+)\]/dgu },
  { kind: "fact", files: markdown, pattern: /\bfact:\s*(?<name>[a-z\d](?:[a-z\d.-]*[a-z\d])?)/dgu },
  { kind: "fact", files: /facts\.yaml$/, pattern: /^(?<name>[a-z\d](?:[a-z\d.-]*[a-z\d])?):/dgmu, isDefinition: true },
  { kind: "variable", files: markdown, pattern: /\{\{\s*(?<name>[\p{L}_][\p{L}\p{N}_.-]*)\s*\}\}/dgu },
];

/** Returns all names in a text, ordered by form; ignores code. */
export function namesIn(path: string, text: string): NameUse[] {
  const name = basename(path);
  const read = markdown.test(name) ? withoutCode(text) : text;
  return nameForms
    .filter(
      ({ files, kind, isDefinition }) =>
        files.test(name) &&
        !(kind === "reference" && isDefinition && yaml.test(name) && !name.startsWith("references.")),
    )
    .flatMap(({ kind, pattern, isDefinition = false }) =>
      [...read.matchAll(pattern)].flatMap((match): NameUse[] => {
        const [start, end] = match.indices?.groups?.["name"] ?? [];
        if (start === undefined || end === undefined) return [];
        const file = match.groups?.["file"];
        return [{ kind, name: text.slice(start, end), start, end, isDefinition, ...(file && { file }) }];
      }),
    );
}

/** Returns the name at a position, including its ends. */
export function nameAt(path: string, text: string, offset: number): NameUse | undefined {
  return namesIn(path, text).find(({ start, end }) => start <= offset && offset <= end);
}

/** Replaces code by spaces of the same length, except charts, which refer to facts. */
function withoutCode(text: string): string {
  const blank = (code: string): string => code.replaceAll(/[^\n]/g, " ");
  return text
    .replaceAll(/^( {0,3})(`{3,}|~{3,})(?!\s*chart\b)[^\n]*\n[\s\S]*?(?:^ {0,3}\2[^\n]*$|(?![\s\S]))/gm, blank)
    .replaceAll(/(?<!`)(`{1,2})(?!`)[^\n]*?(?<!`)\1(?!`)/g, blank);
}
