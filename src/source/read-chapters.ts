import { basename, dirname, resolve } from "node:path";
import { type PublicationFile, publicationFile } from "../config/publication-file.ts";
import { readPlacedYaml } from "../config/read-yaml.ts";
import { diagnostic, type SourceLocation } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";
import type { BookEntry, BookFile } from "./books/book-list.ts";
import { isMarkdown, readText } from "./read-text.ts";
import { liesInside, shownPath } from "../model/shown-path.ts";
import type { SourceChapter } from "./source-publication.ts";

export interface ChapterReading {
  readonly world: World;
  /** Absolute, links resolved: all chapters must be inside it. */
  readonly folder: string;
  /** The folder that paths are relative to; defaults to that of the list. */
  readonly base?: string;
  /** Chapter lists that led here, starting with the first. */
  readonly chain?: readonly string[];
  /** Real paths of all chapters so far. */
  readonly seen?: Set<string>;
}

/**
 * Reads the chapters of a list, in order. Skips missing chapters with a warning; a list that contains itself is an
 * error.
 */
export async function collectChapters(
  known: ChapterReading,
  list: SourceFile,
  entries: readonly BookEntry[],
): Promise<Outcome<SourceChapter[]>> {
  const reading = { chain: [list.path], seen: new Set<string>(), ...known };
  const found: SourceChapter[] = [];
  const diagnostics: Diagnostic[] = [];
  const begins = entries.findIndex((entry) => "part" in entry);
  for (const [position, entry] of entries.entries()) {
    const afterPart = begins >= 0 && position > begins ? null : undefined;
    let part = "part" in entry ? entry.part : afterPart;
    for (const file of "part" in entry ? entry.chapters : [entry]) {
      const chapters = await readEntry(reading, list, file);
      diagnostics.push(...chapters.diagnostics);
      if (!chapters.ok) continue;
      found.push(...(part === undefined ? chapters.value : beginPart(chapters.value, part)));
      part = undefined;
    }
  }
  const isFatal = diagnostics.some(({ severity }) => severity === "error");
  if (found.length === 0 && !isFatal) {
    const hint = "Name Markdown files that are in the folder.";
    diagnostics.push(diagnostic("chaptersExist", "None of the chapters can be read.", hint, { file: list.shown }));
  }
  return found.length === 0 || isFatal ? fail(...diagnostics) : succeed(found, diagnostics);
}

function beginPart(chapters: readonly SourceChapter[], part: string | null): SourceChapter[] {
  return chapters.map((chapter, index) => (index === 0 ? { ...chapter, part } : chapter));
}

/** Returns the entries of publication.yaml. */
export function toEntries(chapters: NonNullable<PublicationFile["chapters"]>): BookEntry[] {
  return chapters.map((entry) =>
    typeof entry === "string"
      ? { file: entry }
      : { part: entry.part, chapters: entry.chapters.map((file) => ({ file })) },
  );
}

/** Suffixes to try: other tools' lists leave out extensions, or name a folder. */
const endings = ["", ".md", ".qmd", ".Rmd", ".markdown", ".ipynb", "/index.md", "/README.md"];

async function readEntry(
  reading: Required<Omit<ChapterReading, "base">> & ChapterReading,
  list: SourceFile,
  { file: name, name: title }: BookFile,
): Promise<Outcome<SourceChapter[]>> {
  const { world, folder, base = dirname(list.path), chain, seen } = reading;
  const location = locationOf(list, name);
  const path = await firstFile(world, resolve(base, name));
  if (path === undefined) {
    const hint = `Chapters are named relative to ${basename(list.path)}.`;
    return fail(diagnostic("chapterExists", `There is no chapter file "${name}".`, hint, location));
  }
  const real = await world.disk.realPath(path);
  if (!liesInside(folder, real)) return fail(liesOutside(name, location));
  if (chain.includes(real) || chain.includes(path)) {
    const way = [...chain, real].map((step) => shownPath(step, world.host.workingFolder)).join(" → ");
    const message = `The chapter list contains itself: ${way}.`;
    return fail(diagnostic("chaptersAcyclic", message, "Remove the entry.", location));
  }
  if (seen.has(real)) {
    const message = `The chapter "${name}" appears twice in the publication.`;
    return fail(diagnostic("chapterOnce", message, "Remove one of the two.", locationOf(list, name, -1)));
  }
  seen.add(real);
  if (basename(path) === "publication.yaml") return readInner({ ...reading, chain: [...chain, real] }, path);
  if (!isMarkdown(path)) {
    return fail(diagnostic("chapterExists", `"${name}" is not a Markdown file.`, "A chapter ends in .md.", location));
  }
  const file = await readText(world, path);
  return file.ok
    ? succeed([{ file: file.value, ...(title !== undefined && { name: title }) }], file.diagnostics)
    : file;
}

async function readInner(reading: ChapterReading, path: string): Promise<Outcome<SourceChapter[]>> {
  const { base: _, ...inner } = reading;
  const file = await readText(reading.world, path);
  if (!file.ok) return file;
  const { text, shown } = file.value;
  const read = readPlacedYaml(text, publicationFile, { file: shown, rule: "publicationShape" });
  if (!read.ok) return read;
  const chapters = await collectChapters(inner, file.value, toEntries(read.value.value.chapters ?? []));
  return { ...chapters, diagnostics: [...file.diagnostics, ...read.diagnostics, ...chapters.diagnostics] };
}

async function firstFile(world: World, path: string): Promise<string | undefined> {
  for (const ending of endings) {
    // `stat` rejects names that are invalid on this system.
    const state = await world.disk.stat(`${path}${ending}`).catch(() => undefined);
    if (state?.kind === "file") return `${path}${ending}`;
  }
  return undefined;
}

export function liesOutside(name: string, location: SourceLocation): Diagnostic {
  const message = `"${name}" lies outside the publication's folder.`;
  return diagnostic("chapterExists", message, "Move the file into the folder.", location);
}

/** Returns where a list names a chapter: the first time or, with -1, the last. */
function locationOf(list: SourceFile, name: string, which: 0 | -1 = 0) {
  const places = list.text.split("\n").flatMap((line, index) => {
    const start = line.indexOf(name);
    const around = `${line[start - 1] ?? " "}${line[start + name.length] ?? " "}`;
    return start >= 0 && /^[\s"',[(<][\s"',\])>#]$/.test(around) ? [{ line: index + 1, column: start + 1 }] : [];
  });
  const position = places.at(which);
  return { file: list.shown, position: { start: position ?? { line: 1, column: 1 } } };
}
