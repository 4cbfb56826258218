import { basename, dirname, join, resolve } from "node:path";
import { type PublicationFile, publicationFile } from "../config/publication-file.ts";
import { readPlacedYaml } from "../config/read-yaml.ts";
import { diagnostic, type SourceLocation } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { all, fail, type Outcome, succeed } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";
import { isMarkdown, readText } from "./read-text.ts";
import { liesInside, shownPath } from "./shown-path.ts";
import type { Settings, SourceChapter, SourcePublication } from "./source-publication.ts";

type Folder = Omit<SourcePublication, "slug">;

/** A folder with publication.yaml, with article.md, or with nothing but chapters. `texts` are its Markdown files. */
export async function readPublicationFolder(
  world: World,
  folder: string,
  texts: readonly string[],
  names: ReadonlySet<string>,
): Promise<Outcome<Folder>> {
  if (names.has("publication.yaml")) return readListed(world, folder);
  if (names.has("article.md")) return readChapters(world, folder, ["article.md"], []);
  const byName = new Intl.Collator("en", { numeric: true });
  const ordered = texts.toSorted(byName.compare);
  const shown = shownPath(folder, world.host.workingFolder);
  const noted = diagnostic(
    "chapterOrderGiven",
    `The ${ordered.length} chapters are taken in the order of their names.`,
    "Name them in publication.yaml to set order and title.",
    { file: shown },
  );
  return readChapters(world, folder, ordered, ordered.length > 1 ? [noted] : []);
}

async function readChapters(
  world: World,
  folder: string,
  names: readonly string[],
  diagnostics: readonly Diagnostic[],
): Promise<Outcome<Folder>> {
  const files = all(await Promise.all(names.map((name) => readInside(world, folder, name))));
  if (!files.ok) return files;
  return succeed({ folder, chapters: files.value.map((file) => ({ file })) }, [...diagnostics, ...files.diagnostics]);
}

async function readListed(world: World, folder: string): Promise<Outcome<Folder>> {
  const settings = toSettings(await readInside(world, folder, "publication.yaml"));
  if (!settings.ok) return settings;
  const reading: Reading = { world, folder, chain: [settings.value.file.path], seen: new Set() };
  const chapters = await collect(reading, settings.value.file, settings.value.value);
  const diagnostics = [...settings.diagnostics, ...chapters.diagnostics];
  return chapters.ok
    ? succeed({ folder, settings: settings.value, chapters: chapters.value }, diagnostics)
    : fail(...diagnostics);
}

/** A file of the folder itself; a link that leads out of it is not followed. */
async function readInside(world: World, folder: string, name: string): Promise<Outcome<SourceFile>> {
  const path = join(folder, name);
  const real = await world.disk.realPath(path).catch(() => path);
  const spot = { file: shownPath(path, world.host.workingFolder) };
  return liesInside(folder, real) ? readText(world, path) : fail(liesOutside(name, spot));
}

function toSettings(file: Outcome<SourceFile>): Outcome<Settings> {
  if (!file.ok) return file;
  const read = readPlacedYaml(file.value.text, publicationFile, { file: file.value.shown, rule: "publicationShape" });
  return read.ok ? succeed({ file: file.value, ...read.value }, [...file.diagnostics, ...read.diagnostics]) : read;
}

interface Reading {
  readonly world: World;
  readonly folder: string;
  /** The chapter lists that led here, from the first. */
  readonly chain: readonly string[];
  /** Every chapter taken in so far, by its real path. */
  readonly seen: Set<string>;
}

async function collect(reading: Reading, list: SourceFile, value: PublicationFile): Promise<Outcome<SourceChapter[]>> {
  const found: Outcome<SourceChapter[]>[] = [];
  const begins = value.chapters.findIndex((entry) => typeof entry !== "string");
  for (const [position, entry] of value.chapters.entries()) {
    const afterPart = begins >= 0 && position > begins ? null : undefined;
    const [part, names] = typeof entry === "string" ? [afterPart, [entry]] : [entry.part, entry.chapters];
    for (const [index, name] of names.entries()) {
      const chapters = await readEntry(reading, list, name);
      found.push(
        chapters.ok && part !== undefined && index === 0
          ? succeed(beginPart(chapters.value, part), chapters.diagnostics)
          : chapters,
      );
    }
  }
  const together = all(found);
  return together.ok ? succeed(together.value.flat(), together.diagnostics) : together;
}

function beginPart(chapters: readonly SourceChapter[], part: string | null): SourceChapter[] {
  return chapters.map((chapter, index) => (index === 0 ? { ...chapter, part } : chapter));
}

async function readEntry(reading: Reading, list: SourceFile, name: string): Promise<Outcome<SourceChapter[]>> {
  const { world, folder, chain, seen } = reading;
  const spot = spotOf(list, name);
  const path = resolve(dirname(list.path), name);
  // A name that no file can have is no file.
  const state = await world.disk.stat(path).catch(() => undefined);
  if (state?.kind !== "file")
    return fail(
      diagnostic(
        "chapterExists",
        `There is no chapter file "${name}".`,
        "Chapters are named relative to publication.yaml.",
        spot,
      ),
    );
  const real = await world.disk.realPath(path);
  if (!liesInside(folder, real)) return fail(liesOutside(name, spot));
  if (chain.includes(real) || chain.includes(path)) {
    const way = [...chain, real].map((step) => shownPath(step, world.host.workingFolder)).join(" → ");
    return fail(diagnostic("chaptersAcyclic", `The chapter list contains itself: ${way}.`, "Remove the entry.", spot));
  }
  if (seen.has(real))
    return fail(
      diagnostic(
        "chaptersAcyclic",
        `The chapter "${name}" appears twice in the publication.`,
        "Remove one of the two.",
        spotOf(list, name, -1),
      ),
    );
  seen.add(real);
  if (basename(path) === "publication.yaml") {
    const inner = toSettings(await readText(world, path));
    return inner.ok ? collect({ ...reading, chain: [...chain, real] }, inner.value.file, inner.value.value) : inner;
  }
  if (!isMarkdown(path)) {
    return fail(diagnostic("chapterExists", `"${name}" is not a Markdown file.`, "A chapter ends in .md.", spot));
  }
  const file = await readText(world, path);
  return file.ok ? succeed([{ file: file.value }], file.diagnostics) : file;
}

function liesOutside(name: string, spot: SourceLocation): Diagnostic {
  const message = `"${name}" lies outside the publication's folder.`;
  return diagnostic("chapterExists", message, "Move the file into the folder.", spot);
}

/** Where publication.yaml names a chapter: the first time, or with -1 the last. */
function spotOf(list: SourceFile, name: string, which: 0 | -1 = 0) {
  const places = list.text.split("\n").flatMap((line, index) => {
    const start = line.indexOf(name);
    const around = `${line[start - 1] ?? " "}${line[start + name.length] ?? " "}`;
    return start >= 0 && /^[\s"',[][\s"',\]]$/.test(around) ? [{ line: index + 1, column: start + 1 }] : [];
  });
  return { file: list.shown, position: { start: places.at(which) ?? { line: 1, column: 1 } } };
}
