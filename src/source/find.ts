import { basename, dirname, extname, join, resolve } from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { ImportDocument } from "../model/imported.ts";
import { all, fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { readImported } from "./read-imported.ts";
import { readPublicationFolder } from "./publication-folder.ts";
import { isMarkdown, readText } from "./read-text.ts";
import { reasonOf } from "./reason.ts";
import { shownPath } from "./shown-path.ts";
import type { SourcePublication } from "./source-publication.ts";

/**
 * Every publication that the names stand for: Markdown files, publication folders, or folders of those; with
 * `importDocument`, also documents of other programs.
 */
export async function findPublications(
  world: World,
  names: readonly string[],
  importDocument?: ImportDocument,
): Promise<Outcome<SourcePublication[]>> {
  const paths = names.map((name) => resolve(world.host.workingFolder, name));
  const found = all(await Promise.all(paths.map((path) => findOne(world, path, importDocument))));
  return found.ok ? withFreeSlugs(found.value.flat(), found.diagnostics) : found;
}

async function findOne(
  world: World,
  path: string,
  importDocument?: ImportDocument,
): Promise<Outcome<SourcePublication[]>> {
  const shown = shownPath(path, world.host.workingFolder);
  try {
    return await findAt(world, path, shown, importDocument);
  } catch (error) {
    return fail(diagnostic("sourceExists", `"${shown}" cannot be read: ${reasonOf(error)}.`));
  }
}

async function findAt(
  world: World,
  path: string,
  shown: string,
  importDocument: ImportDocument | undefined,
): Promise<Outcome<SourcePublication[]>> {
  const state = await world.disk.stat(path);
  if (!state)
    return fail(
      diagnostic("sourceExists", `"${shown}" does not exist.`, "Name a Markdown file or a publication folder."),
    );
  if (state.kind === "file") return readLoneFile(world, path, shown, importDocument);
  if (state.kind !== "folder") return fail(diagnostic("sourceExists", `"${shown}" is neither a file nor a folder.`));
  return findInFolder(world, path, shown);
}

async function readLoneFile(
  world: World,
  path: string,
  shown: string,
  importDocument: ImportDocument | undefined,
): Promise<Outcome<SourcePublication[]>> {
  if (basename(path) === "publication.yaml") return findOne(world, dirname(path));
  if (!isMarkdown(path)) {
    if (importDocument) {
      const read = await readImported(world, path, importDocument);
      return read.ok
        ? succeed([{ slug: toSlug(basename(path, extname(path))), ...read.value }], read.diagnostics)
        : read;
    }
    return fail(diagnostic("sourceExists", `"${shown}" is not a Markdown file.`, "A source ends in .md or .markdown."));
  }
  const folder = await world.disk.realPath(dirname(path));
  const file = await readText(world, join(folder, basename(path)));
  if (!file.ok) return file;
  const name = basename(path, extname(path));
  return succeed(
    [{ slug: toSlug(name === "article" ? basename(folder) : name), folder, chapters: [{ file: file.value }] }],
    file.diagnostics,
  );
}

async function findInFolder(world: World, path: string, shown: string): Promise<Outcome<SourcePublication[]>> {
  const folder = await world.disk.realPath(path);
  const entries = await world.disk.list(folder);
  const names = new Set(entries.map((entry) => entry.name));
  const texts = entries.map((entry) => entry.name).filter(isMarkdown);
  if (names.has("publication.yaml") || names.has("article.md"))
    return one(readPublicationFolder(world, folder, texts, names));

  const inner = await publicationsBelow(world, folder);
  if (inner.length > 0) return flat(all(await Promise.all(inner.map((name) => findOne(world, join(path, name))))));
  if (texts.length > 0) return one(readPublicationFolder(world, folder, texts, names));
  return fail(
    diagnostic(
      "sourceExists",
      `The folder "${shown}" contains no publication.`,
      "Put an article.md or a publication.yaml into a folder in it; `offprint new SLUG` makes one.",
    ),
  );
}

async function publicationsBelow(world: World, folder: string): Promise<string[]> {
  const entries = await world.disk.list(folder);
  const folders = entries.filter(
    (entry) => entry.kind === "folder" && !entry.name.startsWith(".") && entry.name !== "node_modules",
  );
  const marked = await Promise.all(
    folders.map(async ({ name }) => {
      const inside = (await world.disk.list(join(folder, name))).map((entry) => entry.name);
      return inside.includes("article.md") || inside.includes("publication.yaml");
    }),
  );
  return folders.filter((_, index) => marked[index]).map((entry) => entry.name);
}

async function one(reading: Promise<Outcome<Omit<SourcePublication, "slug">>>): Promise<Outcome<SourcePublication[]>> {
  const read = await reading;
  return read.ok ? succeed([{ slug: toSlug(basename(read.value.folder)), ...read.value }], read.diagnostics) : read;
}

function flat<T>(outcome: Outcome<T[][]>): Outcome<T[]> {
  return outcome.ok ? succeed(outcome.value.flat(), outcome.diagnostics) : outcome;
}

function withFreeSlugs(
  publications: SourcePublication[],
  diagnostics: Outcome<unknown>["diagnostics"],
): Outcome<SourcePublication[]> {
  // On many disks two names that differ only in case are one.
  const names = publications.map(({ slug }) => slug.toLowerCase());
  const doubled = publications.filter((_, index) => names.indexOf(names[index] ?? "") !== index);
  if (doubled.length === 0) return succeed(publications, diagnostics);
  return fail(
    ...diagnostics,
    ...doubled.map(({ slug }) =>
      diagnostic(
        "slugFree",
        `Two sources would both be written as "${slug}".`,
        "Rename one, or build them one after the other into different folders.",
      ),
    ),
  );
}

/** Names of devices on Windows, whatever their ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** A name that is safe in a file name and a URL on every system, and not the library page's; a safe name stays as it is. */
export function toSlug(name: string): string {
  const safe = name
    .normalize("NFC")
    .replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, "-")
    .replaceAll(/^[-.]+|[-.]+$/g, "")
    .replace(/^(?:index\.html?|manifest\.json)$/i, (page) => page.replace(".", "-"))
    .replace(device, "$&-text");
  return safe === "" ? "article" : safe;
}
