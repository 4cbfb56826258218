import { join } from "node:path";
import type { MergedFile } from "../config/merge-manifest.ts";
import { faultOf } from "../pipeline/guard.ts";
import type { Illustrations } from "../pipeline/draw-charts.ts";
import type { LoadedSources } from "../pipeline/load.ts";
import type { TemplateContext } from "../template/format.ts";
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
  /** Position of each id in the handout of the first person. */
  readonly guess?: PagePositions | undefined;
}

/** Builds and checks one person's handout, without writing it. */
export async function makeFor(world: World, common: Common, person: Person): Promise<Outcome<RenderedArtifact>> {
  const resolved = await resolveSources(world, common.loaded, common.drawn, person.values, common.images);
  if (!resolved.ok) return fail(...resolved.diagnostics.map((finding) => ofRow(finding, person)));
  const { context, edition, toolVersion, pdfStandard, browser, guess } = common;
  const { publication } = resolved.value;
  const made = await makeArtifact({ ...context, publication, edition, toolVersion, pdfStandard, browser, guess });
  const diagnostics = [...resolved.diagnostics, ...made.diagnostics];
  return made.ok ? succeed(made.value, diagnostics) : fail(...diagnostics.map((finding) => ofRow(finding, person)));
}

function ofRow(finding: Diagnostic, { number }: Person): Diagnostic {
  return finding.severity === "error"
    ? { ...finding, message: `${finding.message} (row ${number} of the roster)` }
    : finding;
}

/** Where the files of a run are written, and how findings are reported. */
export interface Output {
  readonly folder: string;
  /** Prefix of the file names: the folder of parts, or empty. */
  readonly prefix: string;
  readonly journal: Journal;
  readonly onDone: (done: number) => void;
}

/** Handouts built at the same time: while the browser prints one, another is composed or checked. */
const lanes = 3;

/**
 * Builds all missing handouts, a few at a time, and writes each to the disk and the journal immediately. Stops at the
 * first failure; a finding that concerns many rows is reported once.
 */
export async function makeAll(
  world: World,
  common: Common,
  people: AsyncGenerator<Person>,
  output: Output,
): Promise<Outcome<readonly MergedFile[]>> {
  const files: MergedFile[] = [];
  const findings = new Map<string, Diagnostic>();
  let failed = false;
  const lane = async (): Promise<void> => {
    for (let next = await people.next(); !next.done && !failed; next = await people.next()) {
      const person = next.value;
      const known = output.journal.made.get(person.number);
      const file = known ? succeed(known) : await makeOne(world, common, person, output);
      for (const finding of file.diagnostics) findings.set(keyOf(finding), finding);
      if (file.ok) files.push(file.value);
      else failed = true;
      output.onDone(files.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } catch (error) {
    return fail(...findings.values(), faultOf(error, common.loaded.source.chapters[0]?.file.shown, goesOn));
  }
  if (failed) return fail(...findings.values());
  return succeed(
    files.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)),
    [...findings.values()],
  );
}

/** What to do after a fault in the middle of a run. */
export const goesOn = "Run the same command again: finished files are not made again.";

/** Builds, checks and writes one person's handout, and adds it to the journal. */
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

/** Returns a key that is equal for the same finding in other rows. */
function keyOf({ rule, file, place, message }: Diagnostic): string {
  return JSON.stringify([rule, file, place?.line, place?.column, message]);
}
