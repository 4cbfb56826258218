import { basename, dirname, join, resolve } from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { ImportDocument, SourceKind } from "../model/imported.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import { limits } from "../model/limits.ts";
import type { World } from "../model/world.ts";
import { decodeSource } from "./read-text.ts";
import { shownPath } from "../model/shown-path.ts";
import type { SourcePublication } from "./source-publication.ts";
import { sha256Of } from "../model/sha256.ts";

type ReadDocument = Omit<SourcePublication, "slug" | "root">;

/** Reads a document of another program as a publication: Markdown text, with its images as files in its folder. */
export async function readImported(
  world: World,
  path: string,
  importDocument: ImportDocument,
  kind: SourceKind | undefined,
): Promise<Outcome<ReadDocument>> {
  const shown = shownPath(path, world.host.workingFolder);
  const state = await world.disk.stat(path);
  if (state && state.size > limits.documentBytes) {
    return fail(diagnostic("sourceSize", "The document is larger than 64 MiB.", "Split it.", { file: shown }));
  }
  const folder = await world.disk.realPath(dirname(path));
  const bytes = await world.disk.read(path);
  const document = { bytes, shown, path: join(folder, basename(path)), modified: state?.modified ?? world.clock.now() };
  return convert(document, importDocument, kind);
}

/** Reads a document without a name from standard input. Markdown is not converted. */
export async function readUnnamed(
  world: World,
  folder: string,
  bytes: Uint8Array,
  importDocument: ImportDocument | undefined,
  kind: SourceKind,
): Promise<Outcome<ReadDocument>> {
  const shown = "standard input";
  const document = { bytes, shown, path: join(folder, "article"), modified: world.clock.now() };
  if (kind !== "md" && importDocument) return convert(document, importDocument, kind);
  const file = decodeSource(bytes, shown, document.path, document.modified);
  // Marked as extracted, because it exists in memory only.
  return file.ok ? succeed({ folder, chapters: [{ file: file.value }], extracted: new Map() }, file.diagnostics) : file;
}

interface Document {
  readonly bytes: Uint8Array;
  readonly shown: string;
  readonly path: string;
  readonly modified: Date;
}

async function convert(
  { bytes, shown, path, modified }: Document,
  importDocument: ImportDocument,
  kind: SourceKind | undefined,
): Promise<Outcome<ReadDocument>> {
  const imported = await importDocument(shown, bytes, kind);
  if (!imported.ok) return imported;
  const { markdown, pictures } = imported.value;
  const file = decodeSource(new TextEncoder().encode(markdown), shown, path, modified);
  if (!file.ok) return fail(...imported.diagnostics, ...file.diagnostics);
  const folder = dirname(path);
  const extracted = new Map([...pictures].map(([address, picture]) => [resolve(folder, address), picture]));
  return succeed(
    { folder, chapters: [{ file: { ...file.value, sha256: sha256Of(bytes) } }], extracted },
    imported.diagnostics,
  );
}
