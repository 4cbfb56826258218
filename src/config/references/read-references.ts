import { diagnostic, type SourceLocation } from "../../diagnostics/diagnostic.ts";
import { fail, type Outcome, succeed } from "../../model/outcome.ts";
import type { SourcePoint } from "../../model/diagnostic.ts";
import type { CitationStyle } from "../../model/citation-style.ts";
import type { SourceFile } from "../../model/source.ts";
import { readYaml } from "../read-yaml.ts";
import { type CslItem, cslItem, cslItems } from "./csl-item.ts";
import { readBibtex } from "./read-bibtex.ts";

/** A citable work. */
export interface Reference {
  readonly item: CslItem;
  /** Location in its file. */
  readonly location: SourceLocation;
}

/** By key, in the order of the files. */
export type References = ReadonlyMap<string, Reference>;

/** Data for the citations of a publication. */
export interface CitationLibrary {
  readonly references: References;
  readonly style: CitationStyle;
  /** Files, as shown to the user, whose works this text shares with others. */
  readonly ofBook?: ReadonlySet<string>;
}

/** Reads the works of all files; a key means one work, that of an own file before a shared one. */
export function readReferences(own: readonly SourceFile[], shared: readonly SourceFile[] = []): Outcome<References> {
  const works = readWorks(own);
  if (shared.length === 0) return works;
  const common = readWorks(shared);
  const diagnostics = [...works.diagnostics, ...common.diagnostics];
  if (!works.ok || !common.ok) return fail(...diagnostics);
  return succeed(new Map([...works.value, ...[...common.value].filter(([key]) => !works.value.has(key))]), diagnostics);
}

function readWorks(files: readonly SourceFile[]): Outcome<References> {
  const read = files.map((file) => readFile(file));
  const references = new Map<string, Reference>();
  const diagnostics = read.flatMap((outcome) => outcome.diagnostics);
  for (const reference of read.flatMap((outcome) => (outcome.ok ? outcome.value : []))) {
    const { id } = reference.item;
    if (!references.has(id)) references.set(id, reference);
    else
      diagnostics.push(
        diagnostic("referencesShape", `There are two works with the key "${id}".`, "Rename one.", reference.location),
      );
  }
  return isUnread(read) ? fail(...diagnostics) : succeed(references, diagnostics);
}

/** Reports whether an error prevented a file from being read. */
function isUnread(read: readonly Outcome<unknown>[]): boolean {
  return read.some(({ ok, diagnostics }) => !ok && diagnostics.some(({ severity }) => severity === "error"));
}

function readFile(file: SourceFile): Outcome<Reference[]> {
  const items = file.shown.endsWith(".bib") ? checkEntries(file) : readItems(file);
  if (!items.ok) return items;
  const places = placesOf(file);
  const references = items.value.map((item) => {
    const start = places.get(item.id)?.shift() ?? { line: 1, column: 1 };
    return { item, location: { file: file.shown, position: { start } } };
  });
  return succeed(references, items.diagnostics);
}

/** Reads YAML or JSON, which is parsed as YAML and so gets the same diagnostics. */
function readItems(file: SourceFile): Outcome<CslItem[]> {
  const broken = file.shown.endsWith(".json") ? brokenJson(file) : undefined;
  if (broken) return broken;
  return readYaml(file.text, cslItems, { file: file.shown, rule: "referencesShape" });
}

function brokenJson({ text, shown }: SourceFile): Outcome<never> | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const [, offset] = /position (\d+)/.exec(message) ?? [];
    const start = placeAt(text, offset === undefined ? text.trimEnd().length : Number(offset));
    const hint = "Look for a comma, a bracket or a quotation mark that is missing or one too many.";
    return fail(
      diagnostic("referencesShape", "JSON cannot be read from here on.", hint, { file: shown, position: { start } }),
    );
  }
}

/** Validates the items converted from BibTeX like those that an author writes. */
function checkEntries(file: SourceFile): Outcome<CslItem[]> {
  const entries = readBibtex(file);
  if (!entries.ok) return entries;
  const places = placesOf(file);
  const checked = entries.value.map((entry): Outcome<CslItem> => {
    const parsed = cslItem.safeParse(entry);
    if (parsed.success) return succeed(parsed.data);
    const { id } = entry as { id: unknown };
    const message = `The entry "${String(id)}" cannot be used: the value of "${parsed.error.issues[0]?.path.join(".") ?? ""}" is invalid.`;
    const start = places.get(String(id))?.[0] ?? { line: 1, column: 1 };
    return fail(diagnostic("referencesShape", message, undefined, { file: file.shown, position: { start } }));
  });
  const found = checked.flatMap((outcome) => outcome.diagnostics);
  return succeed(
    checked.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])),
    [...entries.diagnostics, ...found],
  );
}

/** Matches the key at the beginning of an entry. */
const entryKey = /(?=[^\s"',{}])(?<=\bid"?[ \t]*:[ \t]*["']?|@\w+[ \t]*[{(][ \t]*)[^\s"',{}]+/g;

/** Returns the locations of each key, one for each entry that has it. */
function placesOf({ text }: SourceFile): Map<string, SourcePoint[]> {
  const places = new Map<string, SourcePoint[]>();
  for (const [index, line] of text.split("\n").entries()) {
    for (const match of line.matchAll(entryKey)) {
      const place = { line: index + 1, column: match.index + 1 };
      places.set(match[0], [...(places.get(match[0]) ?? []), place]);
    }
  }
  return places;
}

function placeAt(text: string, offset: number): SourcePoint {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
