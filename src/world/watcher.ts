import { stat } from "node:fs/promises";
import { watch } from "chokidar";
import type { World } from "../model/world.ts";

/** Milliseconds without a change, after which what has changed is told. An editor writes a file in several steps. */
const quiet = 20;

export const watcher: World["watcher"] = {
  async watch(folders, onChange) {
    // Chokidar waits in silence for a folder that is not there.
    await Promise.all(folders.map((folder) => stat(folder)));
    const changed = new Set<string>();
    let timer: NodeJS.Timeout | undefined;
    const notice = (path: string): void => {
      changed.add(path);
      clearTimeout(timer);
      timer = setTimeout(() => {
        const paths = [...changed].toSorted();
        changed.clear();
        onChange(paths);
      }, quiet);
    };
    const watching = watch([...folders], { ignoreInitial: true, followSymlinks: false });
    await new Promise((resolve) => watching.once("ready", () => resolve(undefined)));
    watching.on("all", (_, path) => notice(path));
    // What can no longer be watched has changed.
    watching.on("error", () => folders.forEach(notice));
    return {
      close() {
        clearTimeout(timer);
        void watching.close();
      },
    };
  },
};
