import { toolDigest } from "../cache/tool.ts";
import type { OffprintConfig } from "../config/offprint-config.ts";
import type { Browser } from "../model/browser.ts";
import type { SourceKind } from "../model/imported.ts";
import type { Outcome } from "../model/outcome.ts";
import { deriveWorld } from "../model/derive-world.ts";
import type { World } from "../model/world.ts";
import type { OutputFolders } from "../pipeline/workers/output-folders.ts";
import { withExtracted } from "../pipeline/extracted-files.ts";
import { commonOf, identify } from "./identify-run.ts";
import { makeFor, makeOne } from "./merge-rows.ts";
import { planMerge } from "./plan-merge.ts";
import { type QueuedFile, queuedRow, queuedRun } from "./queued-run.ts";

/** What a worker provides. */
export interface Worker {
  readonly world: World;
  readonly config: OffprintConfig;
  readonly toolVersion: string;
  readonly outputFolder: OutputFolders;
  readonly browser: () => Promise<Outcome<Browser>>;
}

/** Builds a row of a run. */
export type MakeRow = (row: unknown) => Promise<QueuedFile>;

/**
 * Prepares for the rows of a run. Rejects where this machine would not produce the same files as the one that planned
 * it.
 */
export async function openRun(worker: Worker, value: unknown): Promise<MakeRow> {
  const { config, toolVersion, outputFolder } = worker;
  const { id, roster, first, folder, prefix, from, ...asked } = queuedRun.parse(value);
  const start = { line: 1, column: 1 };
  const characters = new Map(roster.characters.map((character) => [character, start]));
  const summary = { ...roster, encoding: "UTF-8", characters, names: new Map<string, number>() } as const;
  const request = { ...asked, from: from as SourceKind | undefined, config, toolVersion };
  const { disk, folder: at } = await outputFolder(folder);
  const world = deriveWorld(worker.world, { disk });
  const planned = await planMerge(world, { ...request, roster: "roster" }, { summary, first });
  if (!planned.ok) throw new Error(`this worker cannot read the text: ${planned.diagnostics[0]?.message ?? ""}`);
  const opened = await worker.browser();
  if (!opened.ok) throw new Error("this worker has no browser");
  const plan = planned.value;
  if (identify(request, plan, opened.value, await toolDigest(world)) !== id) {
    throw new Error("this worker has another text, configuration, version of Offprint or browser");
  }
  const inside = withExtracted(world, plan.loaded.source.extracted);
  const common = commonOf(request, plan, opened.value);
  const guide = await makeFor(inside, common, first);
  const guess = guide.ok ? guide.value.positions : undefined;
  const output = { folder: at, prefix, journal: noJournal };
  return async (row) => {
    const made = await makeOne(inside, { ...common, guess }, queuedRow.parse(row), output);
    const isOurs = made.diagnostics.some(({ severity, concern }) => severity === "error" && concern !== "work");
    // Another machine may have what this one lacks.
    if (!made.ok && isOurs) throw new Error("this worker could not print or write");
    return { ...(made.ok && { file: made.value }), diagnostics: [...made.diagnostics] };
  };
}

/** The machine that planned the run keeps the journal. */
const noJournal = { made: new Map(), others: [], record: () => Promise.resolve(), close: () => Promise.resolve() };
