import type { Disk } from "../model/world.ts";

/** A disk that reads each of some files once, until they are forgotten. */
export interface RememberedFiles {
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
    disk: { ...disk, read: once("read", disk.read), stat: once("stat", disk.stat), list: once("list", disk.list) },
    forget: () => known.clear(),
  };
}
