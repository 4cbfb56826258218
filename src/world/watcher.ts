import { stat } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { watch } from "chokidar";
import type { World } from "../model/world.ts";

/** Milliseconds without a change after which a file counts as written. Editors write a file in several steps. */
const settleTime = 5;
/** Milliseconds for which a file that is gone, empty or still being written is waited for. */
const longestSettleTime = 20;

/** Milliseconds for which chokidar reports only one change of a file, plus a margin. */
const chokidarThrottle = 60;

/** Milliseconds after which a watcher is used although it is not ready. */
const readyTime = 20_000;

/** `open`: chokidar's function. */
export function createWatcher(open: typeof watch): World["watcher"] {
  return { watch: (folders, onChange) => startWatching(open, folders, onChange) };
}

export const watcher = createWatcher(watch);

type Watch = World["watcher"]["watch"];

async function startWatching(open: typeof watch, ...[folders, onChange]: Parameters<Watch>): ReturnType<Watch> {
  // Chokidar waits silently for a folder that does not exist.
  await Promise.all(folders.map((folder) => stat(folder)));
  const changed = new Set<string>();
  /** The state of each path when it was last reported. */
  const reported = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let lastChange = 0;
  const schedule = (path: string, isChange = true): void => {
    changed.add(path);
    if (isChange) lastChange = performance.now();
    clearTimeout(timer);
    timer = setTimeout(() => void report(), settleTime);
  };
  const report = async (): Promise<void> => {
    const paths = [...changed].toSorted();
    changed.clear();
    const states = await Promise.all(paths.map(stateOf));
    if (isClosed) return;
    if (performance.now() - lastChange < longestSettleTime && states.some(({ isUnfinished }) => isUnfinished)) {
      for (const path of paths) schedule(path, false);
      return;
    }
    const fresh = paths.filter((path, index) => states[index]?.sign !== reported.get(path));
    for (const [index, path] of paths.entries()) reported.set(path, states[index]?.sign ?? "");
    if (fresh.length > 0) onChange(fresh);
    await wait(chokidarThrottle, undefined, { ref: false });
    for (const path of paths) if (!isClosed && (await stateOf(path)).sign !== reported.get(path)) schedule(path);
  };
  const watching = open([...folders], { ignoreInitial: true, followSymlinks: false });
  // What can no longer be watched counts as changed.
  watching.on("error", () => {
    for (const folder of folders) {
      reported.delete(folder);
      schedule(folder);
    }
  });
  const ready = new Promise<void>((resolve) => watching.once("ready", () => resolve()));
  // Of a folder that it cannot read to the end, chokidar reports changes without ever being ready.
  await Promise.race([ready, wait(readyTime, undefined, { ref: false })]);
  watching.on("all", (_, path) => schedule(path));
  return {
    close() {
      isClosed = true;
      clearTimeout(timer);
      void watching.close();
    },
  };
}

interface FileTimes {
  /** Changes with each change of the file. */
  readonly sign: string;
  /** Whether it is probably about to be written further. */
  readonly isUnfinished: boolean;
}

async function stateOf(path: string): Promise<FileTimes> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return { sign: "", isUnfinished: true };
  const age = Date.now() - found.mtimeMs;
  const isUnfinished = found.isFile() && (found.size === 0 || (age >= 0 && age < settleTime));
  return { sign: `${found.mtimeMs} ${found.ctimeMs} ${found.size}`, isUnfinished };
}
