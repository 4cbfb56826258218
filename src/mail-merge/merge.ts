import { join } from "node:path";
import { toolDigest } from "../cache/tool.ts";
import { shareBrowser } from "../pipeline/share-browser.ts";
import { type MergedFile, type MergeManifest, readMergeManifest } from "../config/merge-manifest.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { commonOf, identify } from "./identify-run.ts";
import { goesOn, makeAll, makeFor } from "./merge-rows.ts";
import { makeByWorkers } from "./merge-by-workers.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { editionFile } from "../model/every-edition.ts";
import { liesInside } from "../model/shown-path.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import { defaultPdfStandard } from "../model/pdf-standard.ts";
import type { Browser } from "../model/browser.ts";
import { deriveWorld } from "../model/derive-world.ts";
import type { Disk, World } from "../model/world.ts";
import { withExtracted } from "../pipeline/extracted-files.ts";
import { guard } from "../pipeline/guard.ts";
import { readIfThere } from "../pipeline/read-if-there.ts";
import { resolveSources } from "../pipeline/resolve.ts";
import { readPeople } from "./roster/read-roster.ts";
import type { MergeRequest } from "./merge-request.ts";
import { type MergePlan, planMerge } from "./plan-merge.ts";
import { joinParts } from "./join-parts.ts";
import { type Journal, openJournal } from "./journal.ts";
import { saveFiles } from "../pipeline/save.ts";
import { removeUnfinished } from "../pipeline/unfinished.ts";

/** A complete run. */
export interface Merged {
  readonly persons: number;
  readonly files: readonly MergedFile[];
  /** Number of handouts kept from an interrupted run. */
  readonly kept: number;
}

/** Folder of the parts of a single print file, until they are joined. */
const partsFolder = "parts";

/**
 * Builds a handout for each row of a roster. Checks all rows before building any; writes each file as soon as it is
 * built, and resumes an interrupted run.
 */
export function merge(local: World, request: MergeRequest): Promise<Outcome<Merged>> {
  return guard(request.source, () => mergeAll(local, request));
}

async function mergeAll(local: World, request: MergeRequest): Promise<Outcome<Merged>> {
  const world = request.store ? deriveWorld(local, { disk: request.store }) : local;
  const planned = await planMerge(world, request);
  if (!planned.ok) return planned;
  const isTaken = await refuseFolder(world, request.folder);
  if (isTaken) return fail(...planned.diagnostics, isTaken);
  const browser = shareBrowser(world, request.config, request.onProgress);
  try {
    const inside = withExtracted(world, planned.value.loaded.source.extracted);
    const started = await browser.open();
    if (!started.ok) return fail(...planned.diagnostics, ...started.diagnostics);
    const made = await run(inside, local.disk, request, planned.value, started.value);
    const diagnostics = [...planned.diagnostics, ...started.diagnostics, ...made.diagnostics];
    const unique = [...new Map(diagnostics.map((finding) => [JSON.stringify(finding), finding])).values()];
    return made.ok ? succeed(made.value, unique) : fail(...unique);
  } finally {
    await browser.close();
  }
}

async function run(
  world: World,
  local: Disk,
  request: MergeRequest,
  planned: MergePlan,
  browser: Browser,
): Promise<Outcome<Merged>> {
  const { folder, oneFile, edition, toolVersion } = request;
  const { summary, reading, loaded } = planned;
  const { slug } = loaded.source;
  const common = commonOf(request, planned, browser);
  // Positions are nearly always the same in all handouts.
  const first = await makeFor(world, common, planned.first);
  if (!first.ok) return first;
  const tool = await toolDigest(world);
  const id = identify(request, planned, browser, tool);
  // Where the tool's identity is unknown, no file of an earlier run is kept.
  const journal = await openJournal(local, folder, id, { resume: tool !== undefined, files: world.disk });
  const step = Math.ceil(summary.rows / 20);
  const onDone = (done: number): void =>
    request.onProgress?.({ what: `${slug}: ${done - (done % step)} of ${summary.rows}`, done, total: summary.rows });
  const output = { folder, prefix: oneFile ? partsFolder : "", journal, onDone };
  const people = readPeople(reading, summary);
  const all = request.queue
    ? await makeByWorkers(world, request.queue, { id, request, plan: planned, people, output })
    : await makeAll(world, { ...common, guess: first.value.positions }, people, output);
  if (!all.ok) return all;
  const joined = oneFile ? await joinAll(world, request, planned, all.value) : succeed(all.value);
  if (!joined.ok) return fail(...all.diagnostics, ...joined.diagnostics);
  const files = joined.value;
  const manifest: MergeManifest = {
    kind: "merge",
    run: id,
    slug,
    edition,
    tool: { name: "offprint", version: toolVersion, node: world.host.nodeVersion },
    browser: browser.version,
    roster: { sha256: summary.sha256, rows: summary.rows },
    files: [...files],
  };
  const bytes = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  const saved = await saveFiles(world, folder, [{ path: "manifest.json", bytes }]);
  if (!saved.ok) return fail(...all.diagnostics, ...saved.diagnostics);
  await removeUnfinished(world.disk, folder, new Set([partsFolder, ...files.map(({ path }) => path)]));
  await journal.close();
  const diagnostics = [...all.diagnostics, ...(await reportLeftovers(world, folder, journal, files))];
  return succeed({ persons: summary.rows, files, kept: journal.made.size }, diagnostics);
}

/** Joins all parts. The title of the whole contains no personal data: variables become three dots. */
async function joinAll(
  world: World,
  { folder, edition, toolVersion, config }: MergeRequest,
  { loaded, drawn, first, resolved }: MergePlan,
  parts: readonly MergedFile[],
): Promise<Outcome<readonly MergedFile[]>> {
  const dots = Object.fromEntries(Object.keys(first.values).map((name) => [name, "…"]));
  const nameless = await resolveSources(world, loaded, drawn, dots, resolved.images);
  const publication = nameless.ok
    ? nameless.value.publication
    : { ...resolved.publication, metadata: { ...loaded.metadata, title: loaded.source.slug } };
  const name = editionFile(`${loaded.source.slug}.all`, edition);
  const standard = config.pdfStandard ?? defaultPdfStandard;
  try {
    const file = await joinParts(world.disk, folder, parts, name, { publication, edition, toolVersion, standard });
    await world.disk.remove(join(folder, partsFolder));
    return succeed([file]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(diagnostic("outputWritable", `The parts cannot be joined: ${reason}.`, goesOn));
  }
}

/** Rejects the publication's own folder as a place for personal files. */
async function refuseFolder(world: World, folder: string): Promise<Diagnostic | undefined> {
  const text = await readIfThere(world, join(folder, "manifest.json"));
  if (text === undefined || readMergeManifest(text)) return undefined;
  const message = `"${folder}" is not the folder of a merge: its manifest.json is of another kind.`;
  return diagnostic("outputWritable", message, "Choose another folder with --out.");
}

/** Reports files of persons who are no longer in the roster, which could be handed out by mistake. */
async function reportLeftovers(
  world: World,
  folder: string,
  { others }: Journal,
  files: readonly MergedFile[],
): Promise<Diagnostic[]> {
  const present = new Set(files.map(({ path }) => path));
  const left: string[] = [];
  for (const path of new Set(others)) {
    const isLeft = liesInside(folder, join(folder, path)) && !present.has(path);
    if (isLeft && (await world.disk.stat(join(folder, path)).catch(() => undefined))) left.push(path);
  }
  if (left.length === 0) return [];
  const message = `Of an earlier run, ${left.length} ${left.length === 1 ? "file is" : "files are"} still in the folder.`;
  return [diagnostic("mergeLeftovers", message, `Delete what is not wanted: ${left.slice(0, 3).join(", ")}.`)];
}
