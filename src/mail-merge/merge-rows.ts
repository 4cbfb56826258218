import { join } from "node:path";
import type { MergedFile } from "../config/merge-manifest.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Illustrations } from "../pipeline/draw-charts.ts";
import type { LoadedSources } from "../pipeline/load.ts";
import type { TemplateContext } from "../pipeline/template-context.ts";
import { makeArtifact } from "../pipeline/render.ts";
import type { RenderedArtifact } from "../pipeline/render-request.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { EditionName } from "../model/edition.ts";
import { editionFile } from "../model/every-edition.ts";
import type { Image } from "../model/image.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { PagePositions } from "../model/page-map.ts";
import type { PdfStandard } from "../model/pdf-standard.ts";
import type { Person } from "../model/roster.ts";
import type { Browser } from "../model/browser.ts";
import type { World } from "../model/world.ts";
import { resolveSources } from "../pipeline/resolve.ts";
import type { Journal } from "./journal.ts";
import { saveFiles } from "../pipeline/save.ts";

/** What all persons of a run have in common. */
export interface Common {
  readonly loaded: LoadedSources;
  readonly drawn: Illustrations;
  readonly context: TemplateContext;
  readonly images: ReadonlyMap<string, Image>;
  readonly edition: EditionName;
  readonly toolVersion: string;
  readonly pdfStandard: PdfStandard;
  readonly browser: () => Promise<Outcome<Browser>>;
  /** Where each id stands in the handout of the first person. */
  readonly guess?: PagePositions | undefined;
}

/** One person's handout, checked; not yet on the disk. */
export async function makeFor(world: World, common: Common, person: Person): Promise<Outcome<RenderedArtifact>> {
  const resolved = await resolveSources(world, common.loaded, common.drawn, person.values, common.images);
  if (!resolved.ok) return fail(...resolved.diagnostics.map((one) => ofRow(one, person)));
  const { context, edition, toolVersion, pdfStandard, browser, guess } = common;
  const { publication } = resolved.value;
  const made = await makeArtifact({ ...context, publication, edition, toolVersion, pdfStandard, browser, guess });
  const diagnostics = [...resolved.diagnostics, ...made.diagnostics];
  return made.ok ? succeed(made.value, diagnostics) : fail(...diagnostics.map((one) => ofRow(one, person)));
}

function ofRow(one: Diagnostic, { number }: Person): Diagnostic {
  return one.severity === "error" ? { ...one, message: `${one.message} (row ${number} of the roster)` } : one;
}

/** Where the files of a run go, and what is told of it. */
export interface Output {
  readonly folder: string;
  /** Put before the names of files: the folder of parts, or nothing. */
  readonly prefix: string;
  readonly journal: Journal;
  readonly onDone: (done: number) => void;
}

/** Handouts that are made at the same time: while the browser prints one, another is composed or checked. */
const lanes = 3;

/**
 * Make the handouts of all persons that have none yet, a few at a time, each on the disk and in the journal as soon as it
 * is made. Stops at the first that cannot be made; what is told of many rows is told once.
 */
export async function makeAll(
  world: World,
  common: Common,
  people: AsyncGenerator<Person>,
  output: Output,
): Promise<Outcome<readonly MergedFile[]>> {
  const files: MergedFile[] = [];
  const notes = new Map<string, Diagnostic>();
  let failed = false;
  const lane = async (): Promise<void> => {
    for (let next = await people.next(); !next.done && !failed; next = await people.next()) {
      const person = next.value;
      const known = output.journal.made.get(person.number);
      const file = known ? succeed(known) : await makeOne(world, common, person, output);
      for (const one of file.diagnostics) notes.set(keyOf(one), one);
      if (file.ok) files.push(file.value);
      else failed = true;
      output.onDone(files.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(...notes.values(), diagnostic("internalFault", `The merge stopped: ${reason}.`, goesOn));
  }
  if (failed) return fail(...notes.values());
  return succeed(
    files.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)),
    [...notes.values()],
  );
}

const goesOn = "Run the same command again: finished files are not made again.";

/** One person's handout, checked, on the disk and in the journal. */
export async function makeOne(
  world: World,
  common: Common,
  person: Person,
  output: Omit<Output, "onDone">,
): Promise<Outcome<MergedFile>> {
  const made = await makeFor(world, common, person);
  if (!made.ok) return made;
  const path = join(output.prefix, editionFile(person.fileName, common.edition)).replaceAll("\\", "/");
  const { bytes, sha256, pages = 0 } = made.value.artifact;
  const saved = await saveFiles(world, output.folder, [{ path, bytes }]);
  if (!saved.ok) return fail(...made.diagnostics, ...saved.diagnostics);
  const file = { row: person.number, path, size: bytes.length, sha256, pages };
  await output.journal.record(file);
  return succeed(file, made.diagnostics);
}

/** The same thing of another row says nothing new. */
function keyOf({ rule, file, place, message }: Diagnostic): string {
  return JSON.stringify([rule, file, place?.line, place?.column, message]);
}
