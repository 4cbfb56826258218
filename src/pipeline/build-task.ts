import { basename } from "node:path";
import { parseYaml } from "../config/parse-yaml.ts";
import { deriveWorld } from "../model/derive-world.ts";
import type { Outcome } from "../model/outcome.ts";
import { withSettings } from "../model/plugin/scope.ts";
import type { World } from "../model/world.ts";
import { recordDisk } from "../cache/recording.ts";
import { historyOf } from "../source/commit-time.ts";
import type { SourcePublication } from "../source/source-publication.ts";
import { type BuildCache, noCache, openBuildCache } from "./build-cache.ts";
import type { BuildRequest } from "./build-request.ts";
import type { Built } from "./built.ts";
import { makePublication } from "./make-publication.ts";
import { createProfile, type StageTime } from "./profile.ts";
import { shareBrowser, withBrowser } from "./share-browser.ts";
import { type SeenFile, seenFiles } from "./workers/seen-files.ts";

/** One publication that a helper is to make: all of it can be sent to another process. */
export interface BuildTask {
  readonly source: SourcePublication;
  readonly request: BuildRequest;
  /** Whether it may come from the cache, and goes there. */
  readonly isCached: boolean;
  /** Whether the answer says what was read, for another machine that has to have the same. */
  readonly isSeen?: true;
  readonly workingFolder: string;
}

export interface BuildAnswer {
  readonly outcome: Outcome<Built[]>;
  readonly stages: readonly StageTime[];
  readonly seen?: readonly SeenFile[];
  readonly history?: string | undefined;
}

/**
 * The task for a source, where it can be sent: nothing where it holds code, or what is in memory only, or where somebody waits for
 * what happens in between.
 */
export function toTask({ host }: World, source: SourcePublication, given: BuildRequest): BuildTask | undefined {
  const { cache, time: _time, addTimes: _add, onProgress: _progress, signal: _signal, ...request } = given;
  if (source.extracted || request.onMade || request.full || request.plugins) return undefined;
  // Where keys stand is found again by reading the file; a list of another tool is read in another way.
  if (source.settings && !/^publication\..*ya?ml$/.test(basename(source.settings.file.path))) return undefined;
  const { settings, ...rest } = source;
  const sent = settings && { file: settings.file, value: settings.value };
  const task = { source: { ...rest, ...(sent && { settings: sent }) }, request, workingFolder: host.workingFolder };
  return isSendable(task) ? ({ ...task, isCached: cache !== undefined && cache !== noCache } as BuildTask) : undefined;
}

/** A configuration may hold functions. */
function isSendable(task: unknown): boolean {
  try {
    structuredClone(task);
    return true;
  } catch {
    return false;
  }
}

/** What a helper does: it keeps a browser from its first task to its end. */
export function openHelp(real: World): { work: (task: unknown) => Promise<BuildAnswer>; close: () => Promise<void> } {
  let browser: ReturnType<typeof shareBrowser> | undefined;
  const profile = { now: createProfile(real) };
  return {
    async work(task) {
      const { source, request, isCached, isSeen, workingFolder } = task as BuildTask;
      const recording = isSeen && recordDisk(real.disk);
      const host = { ...real.host, workingFolder };
      const world = deriveWorld(real, { host, ...(recording && { disk: recording.disk }) });
      const { time, stages } = (profile.now = createProfile(real));
      browser ??= shareBrowser(world, request.config, undefined, (...timed) => profile.now.time(...timed));
      const cache = isCached ? openBuildCache(deriveWorld(real, { host }), request.config) : undefined;
      // What a record of an earlier build read is not seen.
      const kept: BuildCache | undefined =
        recording && cache ? { ...cache, remember: (...[seen, , make]) => make(seen) } : cache;
      const whole = { ...request, time, ...(kept && { cache: kept }) };
      const open = browser.open;
      const outcome = await withSettings(request.config, () =>
        makePublication(withBrowser(world, open), withKeys(source), whole, open),
      );
      if (!recording) return { outcome, stages: stages() };
      const seen = seenFiles(world, recording.observations());
      return { outcome, stages: stages(), seen, history: await historyOf(world, source.folder) };
    },
    close: async () => browser?.close(),
  };
}

function withKeys(source: SourcePublication): SourcePublication {
  if (!source.settings) return source;
  const { file, value } = source.settings;
  const read = parseYaml(file.text, { file: file.shown });
  const keyLocation = (...path: readonly string[]) => (read.ok ? read.value.keyAt(path) : { file: file.shown });
  return { ...source, settings: { file, value, keyLocation } };
}
