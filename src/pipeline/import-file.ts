import { basename, dirname, join, relative } from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { importDocument } from "../import/import-document.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { locateImage } from "../source/locate-image.ts";
import { reasonOf } from "../source/reason.ts";
import { shownPath } from "../source/shown-path.ts";

/** A document as Markdown with everything that belongs beside it, by address. */
export interface ImportedFile {
  readonly markdown: string;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** Read a document and the pictures that it names; a picture that lies outside the document's folder stays behind. */
export async function importFile(world: World, path: string): Promise<Outcome<ImportedFile>> {
  const shown = shownPath(path, world.host.workingFolder);
  try {
    const state = await world.disk.stat(path);
    if (state?.kind !== "file") return fail(diagnostic("sourceExists", `There is no file "${shown}".`));
    if (state.size > 64 * 2 ** 20) {
      return fail(diagnostic("sourceSize", "The document is larger than 64 MiB.", "Split it.", { file: shown }));
    }
    const imported = await importDocument(shown, await world.disk.read(path));
    if (!imported.ok) return imported;
    const folder = await world.disk.realPath(dirname(path));
    const from = join(folder, basename(path));
    const pictures = new Map(imported.value.pictures);
    const diagnostics: Diagnostic[] = [...imported.diagnostics];
    for (const address of imported.value.linkedPictures) {
      const located = await locateImage(world, { folder, root: folder }, { address, from, file: shown });
      // The import goes on without the picture: building the article says what is missing.
      diagnostics.push(...located.diagnostics.map((one) => ({ ...one, severity: "warning" as const })));
      if (located.ok) pictures.set(relative(folder, located.value.path), await world.disk.read(located.value.path));
    }
    return succeed({ markdown: imported.value.markdown, pictures }, diagnostics);
  } catch (error) {
    return fail(
      diagnostic("sourceExists", `"${shown}" cannot be read: ${reasonOf(error)}.`, undefined, { file: shown }),
    );
  }
}
