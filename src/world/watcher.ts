import { stat } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { watch } from "chokidar";
import type { World } from "../model/world.ts";

/** Milliseconds without a change before changes are reported. Editors write a file in several steps. */
const settleTime = 20;

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
  const schedule = (path: string): void => {
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => void report(), settleTime);
  };
  const report = async (): Promise<void> => {
    const paths = [...changed].toSorted();
    changed.clear();
    const states = await Promise.all(paths.map(stateOf));
    if (isClosed) return;
    const fresh = paths.filter((path, index) => states[index] !== reported.get(path));
    for (const [index, path] of paths.entries()) reported.set(path, states[index] ?? "");
    if (fresh.length > 0) onChange(fresh);
    await wait(chokidarThrottle, undefined, { ref: false });
    for (const path of paths) if (!isClosed && (await stateOf(path)) !== reported.get(path)) schedule(path);
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

/** Returns a string that changes with each change of the file. */
async function stateOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  return found ? `${found.mtimeMs} ${found.ctimeMs} ${found.size}` : "";
}
