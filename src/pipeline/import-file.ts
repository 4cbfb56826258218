import { basename, dirname, join, relative, resolve } from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { importDocument } from "../import/import-document.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { kindOfContent, type SourceKind, standardInput, type WordStyleMap } from "../model/imported.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { locateImage } from "../source/locate-image.ts";
import { reasonOf } from "../source/reason.ts";
import { shownPath } from "../model/shown-path.ts";

/** An imported document as Markdown with its images by address. */
export interface ImportedFile {
  readonly markdown: string;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads a document, a file or `-` for standard input, and the images that it refers to. Skips images outside the
 * document's folder.
 */
export async function importFile(
  world: World,
  name: string,
  kind?: SourceKind,
  styles?: WordStyleMap,
): Promise<Outcome<ImportedFile>> {
  const isUnnamed = name === standardInput;
  const path = resolve(world.host.workingFolder, name);
  const shown = isUnnamed ? "standard input" : shownPath(path, world.host.workingFolder);
  try {
    const read = isUnnamed ? succeed(await world.standardInput.read()) : await readFile(world, path, shown);
    if (!read.ok) return read;
    const imported = await importDocument(
      shown,
      read.value,
      kind ?? (isUnnamed ? kindOfContent(read.value) : undefined),
      styles,
    );
    if (!imported.ok) return imported;
    const folder = await world.disk.realPath(dirname(path));
    const from = join(folder, basename(path));
    const pictures = new Map(imported.value.pictures);
    const diagnostics: Diagnostic[] = [...imported.diagnostics];
    for (const address of imported.value.linkedPictures) {
      const located = await locateImage(world, { folder, root: folder }, { address, from, file: shown });
      // The import goes on without the image: building the article reports it.
      diagnostics.push(...located.diagnostics.map((finding) => ({ ...finding, severity: "warning" as const })));
      if (located.ok) pictures.set(relative(folder, located.value.path), await world.disk.read(located.value.path));
    }
    return succeed({ markdown: imported.value.markdown, pictures }, diagnostics);
  } catch (error) {
    return fail(
      diagnostic("sourceExists", `"${shown}" cannot be read: ${reasonOf(error)}.`, undefined, { file: shown }),
    );
  }
}

async function readFile(world: World, path: string, shown: string): Promise<Outcome<Uint8Array>> {
  const state = await world.disk.stat(path);
  if (state?.kind !== "file") return fail(diagnostic("sourceExists", `There is no file "${shown}".`));
  if (state.size > 64 * 2 ** 20) {
    return fail(diagnostic("sourceSize", "The document is larger than 64 MiB.", "Split it.", { file: shown }));
  }
  return succeed(await world.disk.read(path));
}
