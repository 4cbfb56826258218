import { dirname, join } from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { once } from "../model/once.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import { createQueue } from "../model/queue.ts";
import { liesInside } from "../model/shown-path.ts";
import type { Disk, FileState, World } from "../model/world.ts";
import { removeStale, touchInterval } from "./unfinished.ts";

/** Bytes and their path relative to the output folder, `/`-separated. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Files on their way to an output folder: on disk as soon as they are added, in their places at the end, or never. */
export interface OutputFolder {
  /** Writes a file into a temporary folder. After a failure, does nothing. */
  add(file: OutputFile): Promise<void>;
  /** Leaves out a file that was added. */
  leaveOut(path: string): void;
  /** Why a file could not be written. */
  readonly failure: Diagnostic | undefined;
  /** Moves all files to their places, or, after a failure, none. Resolves with their absolute paths. */
  commit(): Promise<Outcome<readonly string[]>>;
  /** Removes what was not moved. */
  close(): Promise<void>;
}

/** A file in the temporary folder, or the state of one that is in its place already. */
type Added = { readonly from: string } | { readonly unchanged: FileState };

/** Opens an output folder. Nothing is created before a file is added that is not in its place already. */
export function openOutput(world: World, folder: string): OutputFolder {
  const { disk, clock } = world;
  const inTurn = createQueue();
  const files = new Map<string, Added>();
  /** Folders that were created, the innermost first. */
  let created: readonly string[] = [];
  /** Belongs to this run alone, so that concurrent runs do not share files. */
  let temporary: string | undefined;
  let touched = clock.now().getTime();
  let failure: Diagnostic | undefined;
  let isClosed = false;

  const attempt = (work: () => Promise<void>): Promise<void> =>
    inTurn(async () => {
      if (!failure && !isClosed) await work().catch((error: unknown) => (failure = cannotWrite(error)));
    });

  const tidy = once(async () => {
    const there = await disk.stat(folder);
    if (there?.kind === "file") throw new Error(`"${folder}" is a file, not a folder`);
    if (there) await removeStale(world, folder);
  });

  const makeTemporary = async (): Promise<string> => {
    created = await missingFolders(disk, folder);
    await disk.makeFolder(folder);
    return disk.makeTemporaryFolder(folder);
  };

  /** Shows other runs that the temporary folder is in use. */
  const touch = async (path: string): Promise<void> => {
    const now = clock.now();
    if (now.getTime() - touched < touchInterval) return;
    touched = now.getTime();
    await disk.touch(path, now);
  };

  const add = async ({ path, bytes }: OutputFile): Promise<void> => {
    await tidy();
    const place = join(folder, path);
    const there = await disk.stat(place);
    if (there?.kind === "folder") throw new Error(`"${place}" is a folder`);
    // An unchanged file keeps its modification time, so that other programs see what has changed.
    if (there?.size === bytes.length && Buffer.compare(await disk.read(place), bytes) === 0) {
      files.set(path, { unchanged: there });
      return;
    }
    temporary ??= await makeTemporary();
    const from = join(temporary, path);
    await disk.makeFolder(dirname(from));
    await disk.write(from, bytes);
    files.set(path, { from });
    await touch(temporary);
  };

  const move = async (): Promise<void> => {
    for (const [target, path] of new Map(Array.from(files.keys(), (key) => [dirname(join(folder, key)), key]))) {
      await disk.makeFolder(target);
      // A link in the output folder is followed only if it stays there.
      if (!liesInside(await disk.realPath(folder), await disk.realPath(target)))
        throw new Error(`"${path}" would be written outside the output folder, where a link leads`);
    }
    for (const [path, added] of files) {
      const isLost = "unchanged" in added && !isSame(await disk.stat(join(folder, path)), added.unchanged);
      if (isLost) throw new Error(`another program has changed "${path}" during the build`);
    }
    created = [];
    for (const [path, added] of files) if ("from" in added) await disk.rename(added.from, join(folder, path));
  };

  return {
    add: (file) => attempt(() => add(file)),
    leaveOut: (path) => void files.delete(path),
    get failure() {
      return failure;
    },
    async commit() {
      await attempt(move);
      return failure ? fail(failure) : succeed(Array.from(files.keys(), (path) => join(folder, path)));
    },
    close: () =>
      inTurn(async () => {
        isClosed = true;
        if (temporary !== undefined) await disk.remove(temporary).catch(() => undefined);
        for (const path of created) await disk.removeEmptyFolder(path).catch(() => undefined);
      }),
  };
}

/** Returns a folder and those above it that do not exist, the innermost first. */
async function missingFolders(disk: Disk, folder: string): Promise<string[]> {
  const missing: string[] = [];
  for (let path = folder; !(await disk.stat(path)) && dirname(path) !== path; path = dirname(path)) missing.push(path);
  return missing;
}

function isSame(now: FileState | undefined, seen: FileState): boolean {
  return now?.size === seen.size && now.modified.getTime() === seen.modified.getTime();
}

function cannotWrite(error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  return diagnostic(
    "outputWritable",
    `The output cannot be written: ${reason}.`,
    "Check the permissions and the space of the output folder, or choose another with --out.",
  );
}
