import { join } from "node:path";
import { adoptedKeys, adoptFrontMatter } from "../config/adopt/adopt-front-matter.ts";
import { frontMatter } from "../config/front-matter.ts";
import { publicationFile } from "../config/publication-file.ts";
import { readPlacedYaml } from "../config/read-yaml.ts";
import { settleShape } from "../config/settle-shape.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";
import type { BookEntry } from "./books/book-list.ts";
import { type FoundBookList, readBookList } from "./books/read-book-list.ts";
import { listMarkdown } from "./list-markdown.ts";
import { collectChapters, liesOutside, toEntries } from "./read-chapters.ts";
import { readText } from "./read-text.ts";
import { liesInside, shownPath } from "../model/shown-path.ts";
import type { PublicationFolder as Folder, Settings, SourceChapter } from "./source-publication.ts";

/**
 * Reads a folder with publication.yaml, article.md, or another tool's list. `names` are its entries. Texts of the
 * folder `shared` are chapters only if a list names them.
 */
export async function readPublicationFolder(
  world: World,
  folder: string,
  names: ReadonlySet<string>,
  shared?: string,
): Promise<Outcome<Folder> | undefined> {
  if (names.has("publication.yaml")) return readListed(world, folder, shared);
  if (names.has("article.md")) {
    const file = await readInside(world, folder, "article.md");
    return file.ok ? succeed({ folder, chapters: [{ file: file.value }] }, file.diagnostics) : file;
  }
  const list = await readBookList(world, folder, names);
  return list && readBook(world, folder, list, shared);
}

/** Reads the Markdown files of a folder and below as one publication: README or index first, then by name. */
export async function readUnlisted(
  world: World,
  folder: string,
  shared?: string,
): Promise<Outcome<Folder> | undefined> {
  const entries = await entriesOf(world, folder, shared);
  if (entries.length === 0) return undefined;
  const shown = shownPath(folder, world.host.workingFolder);
  const list: SourceFile = { path: join(folder, "."), shown, text: "", sha256: "", modified: new Date(0) };
  const chapters = await collectChapters({ world, folder, base: folder }, list, entries);
  if (!chapters.ok) return chapters;
  const message = `The ${chapters.value.length} chapters are taken in the order of their names.`;
  const hint = "Name them in publication.yaml to set order and title.";
  const noted = chapters.value.length > 1 ? [diagnostic("chapterOrderGiven", message, hint, { file: shown })] : [];
  const isLed = chapters.value.length > 1;
  return succeed({ folder, chapters: chapters.value, isLed }, [...noted, ...chapters.diagnostics]);
}

async function entriesOf(world: World, folder: string, shared: string | undefined): Promise<BookEntry[]> {
  const files = await listMarkdown(world, folder, shared);
  const groups: BookEntry[] = [];
  for (const { name, part } of files) {
    const last = groups.at(-1);
    if (part === undefined) groups.push({ file: name });
    else if (last && "part" in last && last.part === part) {
      groups[groups.length - 1] = { part, chapters: [...last.chapters, { file: name }] };
    } else groups.push({ part, chapters: [{ file: name }] });
  }
  return groups;
}

async function readListed(world: World, folder: string, shared: string | undefined): Promise<Outcome<Folder>> {
  const file = await readInside(world, folder, "publication.yaml");
  if (!file.ok) return file;
  const { text, shown } = file.value;
  const read = readPlacedYaml(text, publicationFile, { file: shown, rule: "publicationShape" });
  if (!read.ok) return fail(...file.diagnostics, ...read.diagnostics);
  const settings: Settings = { file: file.value, ...read.value };
  const named = settings.value.chapters;
  const entries = named ? toEntries(named) : await entriesOf(world, folder, shared);
  const chapters = await collectChapters({ world, folder }, settings.file, entries);
  const diagnostics = [...file.diagnostics, ...read.diagnostics, ...chapters.diagnostics];
  return chapters.ok ? succeed({ folder, settings, chapters: chapters.value }, diagnostics) : fail(...diagnostics);
}

/** Converts another tool's list to the form of publication.yaml. */
async function readBook(
  world: World,
  folder: string,
  list: FoundBookList,
  shared: string | undefined,
): Promise<Outcome<Folder>> {
  const { file, base, about } = list;
  const at = () => ({ file: file.shown });
  const data = adoptFrontMatter({ value: about, keyAt: at, valueAt: at, written: () => undefined });
  const { value = {}, diagnostics } = settleShape(data, frontMatter, "publicationShape", adoptedKeys);
  const entries = list.entries.length > 0 ? list.entries : await entriesOf(world, base, shared);
  const chapters = await collectChapters({ world, folder, base }, file, entries);
  const all = [...list.diagnostics, ...diagnostics, ...chapters.diagnostics];
  if (!chapters.ok) return fail(...all);
  const message = `The book is put together as ${file.shown} says: ${chapters.value.length} chapters.`;
  const settings: Settings = { file, value: { ...value, chapters: namesOf(chapters.value) }, keyLocation: at };
  const finding = diagnostic("dialectRead", message, undefined, { file: file.shown });
  return succeed({ folder, settings, chapters: chapters.value, isLed: true }, [finding, ...all]);
}

function namesOf(chapters: readonly SourceChapter[]): string[] {
  return chapters.map(({ file }) => file.shown);
}

/** Reads a file of the folder. Does not follow a link that leads out of it. */
async function readInside(world: World, folder: string, name: string): Promise<Outcome<SourceFile>> {
  const path = join(folder, name);
  const real = await world.disk.realPath(path).catch(() => path);
  const location = { file: shownPath(path, world.host.workingFolder) };
  return liesInside(folder, real) ? readText(world, path) : fail(liesOutside(name, location));
}
