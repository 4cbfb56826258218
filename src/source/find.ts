import { basename, dirname, extname, join, resolve } from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { type ImportDocument, kindOfContent, type SourceKind, standardInput } from "../model/imported.ts";
import { all, fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { readImported, readUnnamed } from "./read-imported.ts";
import { bookListNames } from "./books/read-book-list.ts";
import { findProjectRoot } from "./project-root.ts";
import { readPublicationFolder, readUnlisted } from "./publication-folder.ts";
import { publicationsBelow } from "./publications-below.ts";
import { saysLinked } from "./says-linked.ts";
import { isMarkdown, readText } from "./read-text.ts";
import { reasonOf } from "./reason.ts";
import { findSharedFolder } from "./shared-folder.ts";
import { liesInside, shownPath } from "../model/shown-path.ts";
import { toSlug, withFreeSlugs } from "./slugs.ts";
import type { PublicationFolder as Folder, SourcePublication } from "./source-publication.ts";
import { asTranslation, readTranslations, withVersions } from "./translations.ts";

/** How sources are found. */
export interface FindOptions {
  /** Converts a document of another program to Markdown; without it, only Markdown is accepted. */
  readonly importDocument?: ImportDocument | undefined;
  /**
   * Root of the project, relative to the working folder or absolute; defaults to the repository, or the named folder.
   */
  readonly root?: string | undefined;
  /** Kind of the files and of standard input, whatever their names. */
  readonly from?: SourceKind | undefined;
  /** Configured folder shared by all publications; defaults to `shared` if it exists. */
  readonly shared?: string | undefined;
}

/** Finds every publication that the names refer to: documents, publication folders, or folders of those. */
export async function findPublications(
  world: World,
  names: readonly string[],
  settings: FindOptions = {},
): Promise<Outcome<SourcePublication[]>> {
  const shared = await findSharedFolder(world, settings.shared);
  if (!shared.ok) return shared;
  const options = { ...settings, shared: shared.value };
  const found = all(
    await Promise.all(
      names.map((name) =>
        name === standardInput
          ? findStandardInput(world, options)
          : findOne(world, resolve(world.host.workingFolder, name), options),
      ),
    ),
  );
  if (!found.ok) return found;
  const publications = found.value.flat().map((publication) => withShared(publication, shared.value));
  const named = withFreeSlugs(publications, found.diagnostics);
  return named.ok ? succeed(withVersions(named.value), named.diagnostics) : named;
}

function withShared(publication: SourcePublication, shared: string | undefined): SourcePublication {
  return shared === undefined || shared === publication.folder ? publication : { ...publication, shared };
}

/** Reads standard input; its images are relative to the working folder. */
async function findStandardInput(world: World, options: FindOptions): Promise<Outcome<SourcePublication[]>> {
  try {
    const bytes = await world.standardInput.read();
    const folder = await world.disk.realPath(world.host.workingFolder);
    const read = await readUnnamed(world, folder, bytes, options.importDocument, options.from ?? kindOfContent(bytes));
    if (!read.ok) return read;
    return await withRoot(
      world,
      { value: [{ slug: "article", ...read.value }], diagnostics: read.diagnostics },
      folder,
      options.root,
    );
  } catch (error) {
    return fail(diagnostic("sourceExists", `Standard input cannot be read: ${reasonOf(error)}.`));
  }
}

async function findOne(world: World, path: string, options: FindOptions): Promise<Outcome<SourcePublication[]>> {
  const shown = shownPath(path, world.host.workingFolder);
  try {
    const state = await world.disk.stat(path);
    if (!state) {
      const address = /^https?:\/(?=[^/])/i.exec(shown)?.[0];
      if (address !== undefined) {
        const hint = "A build loads nothing from the network: save the page first, and name the file.";
        return fail(diagnostic("sourceExists", `"${address}/${shown.slice(address.length)}" is a web address.`, hint));
      }
      const unnamed = "Where no source is named it is this folder; `offprint init` begins it.";
      const hint = `Name a Markdown file or a publication folder.${shown === "content" ? ` ${unnamed}` : ""}`;
      return fail(diagnostic("sourceExists", `"${shown}" does not exist.`, hint));
    }
    if (state.kind === "other") {
      return fail(diagnostic("sourceExists", `"${shown}" is neither a file nor a folder.`));
    }
    const isList = ["publication.yaml", ...bookListNames].includes(basename(path));
    const named = state.kind === "file" ? dirname(path) : path;
    const folder = await world.disk.realPath(named);
    const found =
      state.kind === "folder" || isList
        ? await findInFolder(world, folder, shownPath(named, world.host.workingFolder), options.shared)
        : await readLoneFile(world, path, folder, shown, options);
    return found.ok ? await withRoot(world, found, folder, options.root) : found;
  } catch (error) {
    return fail(diagnostic("sourceExists", `"${shown}" cannot be read: ${reasonOf(error)}.`));
  }
}

async function withRoot(
  world: World,
  found: Pick<Extract<Outcome<FoundPublication[]>, { ok: true }>, "value" | "diagnostics">,
  folder: string,
  path: string | undefined,
): Promise<Outcome<SourcePublication[]>> {
  const named = path === undefined ? undefined : await rootOf(world, path);
  const outside = named !== undefined && !liesInside(named, folder);
  if (path !== undefined && (named === undefined || outside)) {
    const shown = shownPath(folder, world.host.workingFolder);
    const message = outside ? `"${shown}" lies outside the root "${path}".` : `There is no folder "${path}".`;
    return fail(diagnostic("sourceExists", message, "The root is a folder with the sources in it."));
  }
  const root = named ?? (await findProjectRoot(world, folder));
  return succeed(
    found.value.map((publication) => ({ ...publication, root })),
    found.diagnostics,
  );
}

function rootOf(world: World, path: string): Promise<string | undefined> {
  return world.disk.realPath(resolve(world.host.workingFolder, path)).catch(() => undefined);
}

/** A publication before its root is known. */
type FoundPublication = Omit<SourcePublication, "root">;

async function readLoneFile(
  world: World,
  path: string,
  folder: string,
  shown: string,
  { importDocument, from }: FindOptions,
): Promise<Outcome<FoundPublication[]>> {
  const name = basename(path, extname(path));
  if (from === undefined ? !isMarkdown(path) : from !== "md") {
    if (importDocument) {
      const read = await readImported(world, path, importDocument, from);
      return read.ok ? succeed([{ slug: toSlug(name), ...read.value }], read.diagnostics) : read;
    }
    return fail(diagnostic("sourceExists", `"${shown}" is not a Markdown file.`, "A source ends in .md or .markdown."));
  }
  const file = await readText(world, join(folder, basename(path)));
  if (!file.ok) return file;
  const slug = toSlug(/^article(?=\.|$)/.test(name) ? name.replace("article", basename(folder)) : name);
  const translated = await asTranslation(world, folder, file.value);
  return succeed(
    [{ slug, folder, chapters: [{ file: file.value }], ...translated }],
    [...file.diagnostics, ...(await saysLinked(world, path, folder))],
  );
}

async function findInFolder(
  world: World,
  folder: string,
  shown: string,
  shared: string | undefined,
): Promise<Outcome<FoundPublication[]>> {
  const named = async (inner: string): Promise<Outcome<Folder> | undefined> =>
    readPublicationFolder(world, inner, new Set((await world.disk.list(inner)).map((entry) => entry.name)), shared);
  const own = await named(folder);
  if (own) return inEachLanguage(world, own);
  const below = await publicationsBelow(world, folder);
  if (below.length > 0) {
    const found = await Promise.all(below.map(async (inner) => inEachLanguage(world, await named(inner))));
    const publications = all(found);
    return publications.ok ? succeed(publications.value.flat(), publications.diagnostics) : publications;
  }
  const unlisted = await readUnlisted(world, folder, shared);
  if (unlisted) return inEachLanguage(world, unlisted);
  return fail(
    diagnostic(
      "sourceExists",
      `The folder "${shown}" contains no publication.`,
      "Put an article.md or a publication.yaml into a folder in it; `offprint new SLUG` makes one.",
    ),
  );
}

/** Returns a publication and its translations: `report` and `report.es`. */
async function inEachLanguage(world: World, read: Outcome<Folder> | undefined): Promise<Outcome<FoundPublication[]>> {
  if (!read?.ok) return read ?? succeed([]);
  const translations = await readTranslations(world, read.value);
  if (!translations.ok) return { ...translations, diagnostics: [...read.diagnostics, ...translations.diagnostics] };
  const slug = toSlug(basename(read.value.folder));
  const found = [read.value, ...translations.value].map((folder) => ({
    slug: folder.translation ? `${slug}.${folder.translation.language}` : slug,
    ...folder,
  }));
  return succeed(found, [...read.diagnostics, ...translations.diagnostics]);
}
