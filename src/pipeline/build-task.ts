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

/** Milliseconds in which a helper builds a publication: less than a queue allows for a job. */
export const longestBuild = 14 * 60_000;

/** A publication for a helper to build; can be sent to another process. */
export interface BuildTask {
  readonly source: SourcePublication;
  readonly request: BuildRequest;
  /** Whether it may be taken from the cache and stored there. */
  readonly isCached: boolean;
  /** Whether the answer lists what was read, so that another machine can compare it. */
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
 * Returns the task for a source. Returns `undefined` where it cannot be sent: it holds code or data that is only in
 * memory, or the caller needs events during the build.
 */
export function toTask({ host }: World, source: SourcePublication, whole: BuildRequest): BuildTask | undefined {
  const {
    cache,
    time: _time,
    addTimes: _add,
    onProgress: _progress,
    signal: _signal,
    finish: _finish,
    ...request
  } = whole;
  if (source.extracted || request.onMade || request.full || request.plugins) return undefined;
  // The helper finds the locations of keys by reading the file again, which is not possible for another tool's format.
  if (source.settings && !/^publication\..*ya?ml$/.test(basename(source.settings.file.path))) return undefined;
  const { settings, ...rest } = source;
  const sent = settings && { file: settings.file, value: settings.value };
  const task = { source: { ...rest, ...(sent && { settings: sent }) }, request, workingFolder: host.workingFolder };
  return isSendable(task) ? ({ ...task, isCached: cache !== undefined && cache !== noCache } as BuildTask) : undefined;
}

/** Reports whether a value can be cloned; a configuration may hold functions. */
function isSendable(task: unknown): boolean {
  try {
    structuredClone(task);
    return true;
  } catch {
    return false;
  }
}

/** Returns the work of a helper process, which keeps its browser from its first task to its end. */
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
      // The files read by an earlier build, according to its record, are not observed.
      const buildCache: BuildCache | undefined =
        recording && cache ? { ...cache, remember: (...[seen, , make]) => make(seen) } : cache;
      const whole = { ...request, time, ...(buildCache && { cache: buildCache }) };
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
