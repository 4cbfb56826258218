import { dirname } from "node:path";
import { findConfig } from "../config/config-location.ts";
import { deriveWorld } from "../model/derive-world.ts";
import { liesInside } from "../model/shown-path.ts";
import type { World } from "../model/world.ts";
import type { Session } from "./session.ts";

/** The projects of an editor: each has its configuration, and a session of its own. */
export interface Sessions {
  /** Sets the folders that are open in the editor, absolute. */
  setFolders(folders: readonly string[]): void;
  set(path: string, text: string): Promise<void>;
  close(path: string): Promise<void>;
  refresh(): Promise<void>;
  /** Returns the session of an open text. */
  of(path: string): Session | undefined;
  settled(): Promise<void>;
}

/** Manages the sessions that `open` opens, each in the folder of its world. */
export function openSessions(world: World, open: (world: World) => Session): Sessions {
  let folders: readonly string[] = [];
  const byFolder = new Map<string, Session>();
  const byText = new Map<string, Promise<Session>>();
  const opened = new Map<string, Session>();

  const within = (folder: string): World => deriveWorld(world, { host: { ...world.host, workingFolder: folder } });

  async function sessionFor(path: string): Promise<Session> {
    const folder = await projectOf(path);
    const session = byFolder.get(folder) ?? open(within(folder));
    byFolder.set(folder, session);
    opened.set(path, session);
    return session;
  }

  /**
   * Returns the folder of a text's project: the nearest with a configuration, else the folder that is open in the
   * editor. A text outside of those is alone in its folder.
   */
  async function projectOf(path: string): Promise<string> {
    const around = folders.filter((folder) => liesInside(folder, path)).toSorted((a, b) => b.length - a.length)[0];
    for (let folder = dirname(path); folder !== around; folder = dirname(folder)) {
      if ((await findConfig(within(folder)).catch(() => undefined)) !== undefined) return folder;
      if (folder === dirname(folder)) break;
    }
    return around ?? dirname(path);
  }

  return {
    setFolders: (paths) => (folders = paths),
    async set(path, text) {
      const session = byText.get(path) ?? sessionFor(path);
      byText.set(path, session);
      await (await session).set(path, text);
    },
    async close(path) {
      const session = await byText.get(path);
      byText.delete(path);
      opened.delete(path);
      await session?.close(path);
    },
    async refresh() {
      await Promise.all(Array.from(byFolder.values(), (session) => session.refresh()));
    },
    of: (path) => opened.get(path),
    async settled() {
      await Promise.all(byText.values());
      await Promise.all(Array.from(byFolder.values(), (session) => session.settled()));
    },
  };
}
