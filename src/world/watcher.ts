import { stat } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { watch } from "chokidar";
import type { World } from "../model/world.ts";

/** Milliseconds without a change, after which what has changed is told. An editor writes a file in several steps. */
const quiet = 20;

/** Milliseconds in which chokidar tells of one change of a file only, and a little more. */
const deaf = 60;

export const watcher: World["watcher"] = {
  async watch(folders, onChange) {
    // Chokidar waits in silence for a folder that is not there.
    await Promise.all(folders.map((folder) => stat(folder)));
    const changed = new Set<string>();
    let timer: NodeJS.Timeout | undefined;
    let isClosed = false;
    const notice = (path: string): void => {
      changed.add(path);
      clearTimeout(timer);
      timer = setTimeout(() => void tell(), quiet);
    };
    const tell = async (): Promise<void> => {
      const paths = [...changed].toSorted();
      changed.clear();
      const told = await Promise.all(paths.map(stateOf));
      if (isClosed) return;
      onChange(paths);
      await wait(deaf, undefined, { ref: false });
      const now = await Promise.all(paths.map(stateOf));
      if (!isClosed) for (const [index, path] of paths.entries()) if (now[index] !== told[index]) notice(path);
    };
    const watching = watch([...folders], { ignoreInitial: true, followSymlinks: false });
    await new Promise((resolve) => watching.once("ready", () => resolve(undefined)));
    watching.on("all", (_, path) => notice(path));
    // What can no longer be watched has changed.
    watching.on("error", () => folders.forEach(notice));
    return {
      close() {
        isClosed = true;
        clearTimeout(timer);
        void watching.close();
      },
    };
  },
};

/** Something else after each change of a file. */
async function stateOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  return found ? `${found.mtimeMs} ${found.ctimeMs} ${found.size}` : "";
}
