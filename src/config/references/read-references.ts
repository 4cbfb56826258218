import { note, type Spot } from "../../diagnostics/note.ts";
import { all, fail, type Outcome, settle, succeed } from "../../model/outcome.ts";
import type { SourceFile } from "../../model/source.ts";
import { readYaml } from "../read-yaml.ts";
import { type CslItem, cslItem, cslItems } from "./csl-item.ts";
import { readBibtex } from "./read-bibtex.ts";

/** A work that can be cited. */
export interface Reference {
  readonly item: CslItem;
  /** Where its file speaks of it. */
  readonly spot: Spot;
}

/** By key, in the order of the files. */
export type References = ReadonlyMap<string, Reference>;

/** The works of all files together; a key stands for one work. */
export function readReferences(files: readonly SourceFile[]): Outcome<References> {
  const read = all(files.map((file) => readFile(file)));
  if (!read.ok) return read;
  const references = new Map<string, Reference>();
  const notes = [...read.notes];
  for (const reference of read.value.flat()) {
    const { id } = reference.item;
    if (!references.has(id)) references.set(id, reference);
    else
      notes.push(note("referencesShape", `There are two works with the key "${id}".`, "Rename one.", reference.spot));
  }
  return settle(references, notes);
}

function readFile(file: SourceFile): Outcome<Reference[]> {
  const items = file.shown.endsWith(".bib") ? checkEntries(file) : readItems(file);
  if (!items.ok) return items;
  const seen = new Map<string, number>();
  const references = items.value.map((item) => {
    const times = seen.get(item.id) ?? 0;
    seen.set(item.id, times + 1);
    return { item, spot: spotOf(file, item.id, times) };
  });
  return succeed(references, items.notes);
}

/** YAML, or JSON, which is YAML too and so gets the same care. */
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
      note("referencesShape", "JSON cannot be read from here on.", hint, { file: shown, position: { start } }),
    );
  }
}

/** What the BibTeX library makes is checked like what an author writes. */
function checkEntries(file: SourceFile): Outcome<CslItem[]> {
  const entries = readBibtex(file);
  if (!entries.ok) return entries;
  return all(
    entries.value.map((entry) => {
      const parsed = cslItem.safeParse(entry);
      if (parsed.success) return succeed(parsed.data);
      const { id } = entry as { id: unknown };
      const message = `The entry "${String(id)}" cannot be used: ${parsed.error.issues[0]?.path.join(".") ?? ""} is not what it must be.`;
      return fail(note("referencesShape", message, undefined, spotOf(file, String(id), 0)));
    }),
  );
}

/** The key where an entry begins, at its n-th entry; the start of the file where it is not found. */
function spotOf({ text, shown }: SourceFile, key: string, times: number): Spot {
  const escaped = key.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
  const entry = new RegExp(String.raw`(?:\bid"?[ \t]*:[ \t]*["']?|@\w+[ \t]*[{(]\s*)(${escaped})(?=["',\s}]|$)`, "gd");
  const found = [...text.matchAll(entry)][times];
  return { file: shown, position: { start: placeAt(text, found?.indices?.[1]?.[0] ?? 0) } };
}

function placeAt(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
