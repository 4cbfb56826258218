import { statSync, watch } from "node:fs";
import { join } from "node:path";
import type { Watcher } from "../model/world.ts";

/** Milliseconds without a change, after which what has changed is told. An editor writes a file in several steps. */
const quiet = 80;

/** Watches with what the system offers. */
export const watcher: Watcher = {
  watch(folders, onChange) {
    const changed = new Set<string>();
    const open: { close(): void }[] = [];
    let timer: NodeJS.Timeout | undefined;
    const close = (): void => {
      clearTimeout(timer);
      for (const watching of open) watching.close();
    };
    const tell = (): void => {
      const paths = [...changed].toSorted();
      changed.clear();
      onChange(paths);
    };
    const notice = (path: string): void => {
      changed.add(path);
      clearTimeout(timer);
      timer = setTimeout(tell, quiet);
    };
    try {
      for (const folder of folders) {
        // On some systems a folder that is not there is watched in silence.
        statSync(folder);
        const watching = watch(folder, { recursive: true });
        open.push(watching);
        // A system that has lost count names no file; a folder that goes away is an error here. Both are changes.
        watching.on("change", (_, name) => notice(name === null ? folder : join(folder, name.toString())));
        watching.on("error", () => notice(folder));
      }
    } catch (error) {
      close();
      throw error;
    }
    return { close };
  },
};
