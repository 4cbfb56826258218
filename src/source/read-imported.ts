import { createHash } from "node:crypto";
import { basename, dirname, join, resolve } from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { ImportDocument } from "../model/imported.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { decodeSource } from "./read-text.ts";
import { shownPath } from "./shown-path.ts";
import type { SourcePublication } from "./source-publication.ts";

const largestDocument = 64 * 2 ** 20;

/** A document of another program as a publication: its text as Markdown, its pictures as files in its folder. */
export async function readImported(
  world: World,
  path: string,
  importDocument: ImportDocument,
): Promise<Outcome<Omit<SourcePublication, "slug" | "root">>> {
  const shown = shownPath(path, world.host.workingFolder);
  const state = await world.disk.stat(path);
  if (state && state.size > largestDocument) {
    return fail(diagnostic("sourceSize", "The document is larger than 64 MiB.", "Split it.", { file: shown }));
  }
  const folder = await world.disk.realPath(dirname(path));
  const bytes = await world.disk.read(path);
  const imported = await importDocument(shown, bytes);
  if (!imported.ok) return imported;
  const { markdown, pictures } = imported.value;
  const text = new TextEncoder().encode(markdown);
  const file = decodeSource(text, shown, join(folder, basename(path)), state?.modified ?? world.clock.now());
  if (!file.ok) return fail(...imported.diagnostics, ...file.diagnostics);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const extracted = new Map([...pictures].map(([address, picture]) => [resolve(folder, address), picture]));
  return succeed({ folder, chapters: [{ file: { ...file.value, sha256 } }], extracted }, imported.diagnostics);
}
