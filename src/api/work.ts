import type { ChosenConfig } from "../config/offprint-config.ts";
import { keepBrowser } from "../model/keep-browser.ts";
import { withSettings } from "../model/plugin/scope.ts";
import type { WorkQueue } from "../model/work-queue.ts";
import type { World } from "../model/world.ts";
import type { QueuedFile } from "../mail-merge/queued-run.ts";
import { openRun } from "../mail-merge/work-rows.ts";
import { shareBrowser } from "../pipeline/share-browser.ts";
import { openCrew } from "../pipeline/workers/crew.ts";
import { outputFoldersIn } from "../pipeline/workers/output-folders.ts";
import { openBuild } from "../pipeline/workers/work-build.ts";
import { pluginKeys } from "./plugin-keys.ts";

/** Builds a row of a print run, or a publication of a build. */
type Make = (data: unknown) => Promise<{ readonly name: string } | QueuedFile>;

export interface WorkRequest {
  readonly config: ChosenConfig;
  readonly toolVersion: string;
  readonly queue: WorkQueue;
  /** Number of jobs at the same time. */
  readonly jobs: number;
  /** The place that relative output folders are in: a folder, or `s3://bucket/folder`. */
  readonly store: string;
  /** Called for each job with the run and the number, and no other data. */
  readonly onJob: (run: string, key: string, outcome: string) => void;
  /** Called when the queue cannot be read, which is tried again. */
  readonly onTrouble: (reason: string) => void;
}

/** Processes jobs of a queue until the user or the system asks it to stop; jobs in progress are finished. */
export async function work(world: World, request: WorkRequest): Promise<void> {
  const { config, toolVersion, queue, jobs, store, onJob, onTrouble } = request;
  const shared = keepBrowser(world);
  const crew = openCrew(world);
  const plugins = await pluginKeys(world, config, false);
  const outputFolder = outputFoldersIn(world, store);
  const runs = new Map<string, Promise<Make>>();
  const open = (run: string): Promise<Make> => {
    const known = runs.get(run);
    if (known) return known;
    const { open: browser } = shareBrowser(shared.world, config);
    const worker = { world: shared.world, config, toolVersion, outputFolder, browser, plugins, crew };
    const opened = queue.commonOf(run).then((common): Promise<Make> => {
      return (common as { kind?: unknown }).kind === "build" ? openBuild(worker, common) : openRun(worker, common);
    });
    runs.set(run, opened);
    return opened;
  };
  const handle = async ({ run, key, data }: { run: string; key: string; data: unknown }): Promise<unknown> => {
    try {
      const make = await open(run);
      const made = await make(data);
      onJob(run, key, "name" in made || made.file ? "made" : "has errors");
      return made;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      onJob(run, key, `failed: ${reason}`);
      // The next job of this run starts over, with another browser.
      runs.delete(run);
      await shared.renew();
      throw new Error(reason, { cause: error });
    }
  };
  const { interrupted } = world;
  await withSettings(config, async () => {
    await queue.work(jobs, handle, onTrouble);
    await interrupted;
    await queue.close();
  });
  await Promise.all([shared.close(), crew.end()]);
}
