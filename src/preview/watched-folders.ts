import { sep } from "node:path";
import type { World } from "../model/world.ts";

/** Folders watched recursively; more are added as texts refer to files in them. */
export class WatchedFolders {
  private readonly watcher: World["watcher"];
  private readonly changed: (paths: readonly string[]) => void;
  private readonly folders: string[] = [];
  private readonly open: { close(): void }[] = [];
  private isClosed = false;

  constructor(watcher: World["watcher"], changed: (paths: readonly string[]) => void) {
    this.watcher = watcher;
    this.changed = changed;
  }

  async add(folders: readonly string[]): Promise<void> {
    const isWatched = (folder: string): boolean =>
      this.folders.some((own) => folder === own || folder.startsWith(own + sep));
    const more = folders.filter((folder) => !isWatched(folder));
    if (more.length === 0 || this.isClosed) return;
    this.folders.push(...more);
    const watching = await this.watcher.watch(more, this.changed);
    // Closed in the meantime.
    if (this.isClosed as boolean) watching.close();
    else this.open.push(watching);
  }

  close(): void {
    this.isClosed = true;
    for (const watching of this.open) watching.close();
  }
}
