import { join, sep } from "node:path";
import type { Disk, World } from "../model/world.ts";

/** A disk that reads each of some files once, until they are forgotten. */
interface RememberedFiles {
  readonly disk: Disk;
  forget(): void;
}

/** Remembers what is read of these paths: files that change with an installation, or whose changes are watched. */
export function rememberFiles(disk: Disk, isRemembered: (path: string) => boolean): RememberedFiles {
  const known = new Map<string, Promise<unknown>>();
  const once =
    <T>(kind: string, ask: (path: string) => Promise<T>) =>
    (path: string): Promise<T> => {
      if (!isRemembered(path)) return ask(path);
      const key = `${kind} ${path}`;
      const answer = (known.get(key) as Promise<T> | undefined) ?? ask(path);
      known.set(key, answer);
      // What is not there may be installed.
      const forgetKey = (): unknown => known.get(key) === answer && known.delete(key);
      answer.then((found) => found ?? forgetKey(), forgetKey);
      return answer;
    };
  return {
    disk: {
      ...disk,
      read: once("read", (path) => disk.read(path)),
      stat: once("stat", (path) => disk.stat(path)),
      list: once("list", (path) => disk.list(path)),
    },
    forget: () => known.clear(),
  };
}

/**
 * Reports whether a file is only read again when a change of it is seen: those of installed packages, and of the
 * built-in templates where they are watched.
 */
export function isKnownToStay(path: string, { host }: World, watched: readonly string[]): boolean {
  const templates = join(host.toolFolder, "templates");
  const isInstalled = path.includes(`${sep}node_modules${sep}`);
  return isInstalled || (path.startsWith(templates) && watched.includes(templates));
}
