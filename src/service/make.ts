import { join, parse, resolve } from "node:path";
import { build } from "../api/build.ts";
import { merge } from "../api/merge.ts";
import type { OffprintConfig } from "../config/offprint-config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { EditionName } from "../model/edition.ts";
import { editionOf } from "../model/every-edition.ts";
import { sha256Of } from "../model/sha256.ts";
import { shownPath } from "../model/shown-path.ts";
import type { World } from "../model/world.ts";
import type { ArtifactAnswer } from "./answers.ts";
import { Problem } from "./problem.ts";
import type { SentDocument } from "./read-document.ts";

/** A finished file. */
export type MadeFile = Omit<ArtifactAnswer, "href"> & { readonly bytes: Uint8Array };

export interface ServiceResult {
  readonly files: readonly MadeFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Common data of jobs. */
export interface JobContext {
  /** With a browser that stays open. */
  readonly world: World;
  readonly config: OffprintConfig;
  readonly toolVersion: string;
}

/** Builds a document in a temporary folder, which is all that it can read. */
export function makeDocument(
  { world, config }: JobContext,
  { document, files }: SentDocument,
  wanted: readonly EditionName[],
  signal: AbortSignal,
): Promise<ServiceResult> {
  return inFolder(world, async (folder) => {
    // An article is named after its folder.
    const root = join(folder, "document");
    await world.disk.makeFolder(root);
    for (const { name, bytes } of files) await world.disk.write(join(root, name), bytes);
    const sources = [join(root, document)];
    const result = await build(world, { config, sources, root, editions: wanted, cache: false, signal });
    const [publication] = result.publications;
    if (!result.ok || !publication) throw failure(result.diagnostics);
    const made = publication.artifacts.map(({ edition, path, mediaType, bytes, sha256, pages }): MadeFile => {
      const name = path.split("/").at(-1) ?? path;
      return { edition, name, mediaType, size: bytes.length, sha256, bytes, ...(pages !== undefined && { pages }) };
    });
    return { files: made, diagnostics: result.diagnostics };
  });
}

/** Builds a person's handout from a publication that the service was started with. */
export function makeRow(
  { world, config, toolVersion }: JobContext,
  source: string,
  values: Readonly<Record<string, string>>,
  edition: EditionName,
): Promise<ServiceResult> {
  return inFolder(world, async (folder) => {
    const { format, imposed } = editionOf(edition);
    if (format !== "pdf" || imposed) throw new Problem(400, "Bad Request", "A row becomes a PDF that is not imposed.");
    const roster = join(folder, "row.csv");
    await world.disk.write(roster, new TextEncoder().encode(toCsv(values)));
    const out = join(folder, "out");
    const made = await merge(world, { roster, source, edition, folder: out, oneFile: false, config, toolVersion });
    if (!made.ok) throw failure(made.diagnostics);
    const files: MadeFile[] = [];
    for (const { path, pages } of made.value.files) {
      const bytes = await world.disk.read(join(out, path));
      const name = `${parse(source).name}.pdf`;
      const sha256 = sha256Of(bytes);
      files.push({ edition, name, mediaType: "application/pdf", size: bytes.length, sha256, pages, bytes });
    }
    return { files, diagnostics: made.diagnostics };
  });
}

/** Writes a CSV row (RFC 4180). */
function toCsv(values: Readonly<Record<string, string>>): string {
  const quoted = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  return `${quoted(Object.keys(values))}\r\n${quoted(Object.values(values))}\r\n`;
}

async function inFolder(world: World, work: (folder: string) => Promise<ServiceResult>): Promise<ServiceResult> {
  const folder = await world.disk.realPath(await world.disk.makeTemporaryFolder());
  const shown = shownPath(folder, world.host.workingFolder);
  // The path of the folder is not exposed.
  const hide = (text: string): string =>
    [shown, resolve(folder)].reduce(
      (rest, path) => rest.replaceAll(`${path}/document/`, "").replaceAll(`${path}/`, ""),
      text,
    );
  const tidy = (all: readonly Diagnostic[]): readonly Diagnostic[] =>
    all.map((diagnostic) => ({
      ...diagnostic,
      message: hide(diagnostic.message),
      ...(diagnostic.hint !== undefined && { hint: hide(diagnostic.hint) }),
      ...(diagnostic.file !== undefined && { file: hide(diagnostic.file) }),
    }));
  try {
    const made = await work(folder);
    return { ...made, diagnostics: tidy(made.diagnostics) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.status, error.title, error.message, tidy(error.diagnostics));
  } finally {
    await world.disk.remove(folder);
  }
}

/** Returns an error response; its status depends on whether the document's author or the operator must act. */
function failure(diagnostics: readonly Diagnostic[]): Problem {
  const isOurs = diagnostics.some(({ severity, concern }) => severity === "error" && concern === "tool");
  return isOurs
    ? new Problem(500, "Internal Server Error", "The service cannot make this document.", diagnostics)
    : new Problem(422, "Unprocessable Content", "The document has errors.", diagnostics);
}
