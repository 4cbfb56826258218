import { basename, dirname, join } from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import { liesInside } from "../model/shown-path.ts";
import type { Disk, World } from "../model/world.ts";

/** Bytes and their path relative to the output folder, `/`-separated. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Where finished publications are written. */
export interface Destination {
  /** Absolute path. */
  readonly folder: string;
  /** Whether the publications are all there are, so that the library lists no others. */
  readonly complete: boolean;
  /** Whether they are part of what another run assembles. */
  readonly shard?: boolean;
  /** Whether to write conformance reports without a library page, too. */
  readonly report?: boolean;
  /** Absolute path of a folder or manifest of the previous release, for a folder that does not know it. */
  readonly previous?: string | undefined;
  /** Absolute paths of other checkers' reports, besides those next to the files. */
  readonly results?: readonly string[];
}

/** Age in milliseconds after which half-written files belong to a killed run. */
const maxUnfinishedAge = 10 * 60 * 1000;

/** Time of the last clean-up by folder: a print run writes to the same folder thousands of times. */
const tidied = new WeakMap<Disk, Map<string, number>>();

async function removeStale({ disk, clock }: World, folder: string): Promise<void> {
  const times = tidied.get(disk) ?? new Map<string, number>();
  tidied.set(disk, times);
  const now = clock.now().getTime();
  if (now - (times.get(folder) ?? -Infinity) <= maxUnfinishedAge) return;
  times.set(folder, now);
  for (const path of await unfinishedIn(disk, folder)) {
    const state = await disk.stat(path).catch(() => undefined);
    const age = state ? now - state.modified.getTime() : 0;
    if (age > maxUnfinishedAge) await disk.remove(path).catch(() => undefined);
  }
}

async function unfinishedIn(disk: Disk, folder: string): Promise<string[]> {
  const entries = await disk.list(folder);
  const left = entries.filter(({ kind, name }) => kind === "folder" && /^offprint-[A-Za-z0-9]{6}$/.test(name));
  return left.map(({ name }) => join(folder, name));
}

/**
 * Removes what killed processes left of files that others have finished since. What holds another file may belong to a
 * running process.
 */
export async function removeUnfinished(disk: Disk, folder: string, finished: ReadonlySet<string>): Promise<void> {
  for (const path of await unfinishedIn(disk, folder)) {
    const held = await disk.list(path).catch(() => undefined);
    if (held?.every(({ name }) => finished.has(name))) await disk.remove(path).catch(() => undefined);
  }
}

/**
 * Writes every file or none: each is written to a temporary place first, and all are renamed once they are on disk. A
 * failure leaves the previous files.
 */
export async function saveFiles(
  world: World,
  folder: string,
  files: readonly OutputFile[],
): Promise<Outcome<readonly string[]>> {
  const { disk } = world;
  /** Temporary folders of this run, by folder, so that concurrent runs do not share files. */
  const temporaryFolders = new Map<string, string>();
  const seen = new Set<string>();
  const moves: (readonly [from: string, to: string])[] = [];
  try {
    if ((await disk.stat(folder))?.kind === "file") throw new Error(`"${folder}" is a file, not a folder`);
    for (const file of files) {
      const path = join(folder, file.path);
      const target = dirname(path);
      if (!seen.has(target)) {
        await disk.makeFolder(target);
        // A link in the output folder is followed only if it stays there.
        if (!liesInside(await disk.realPath(folder), await disk.realPath(target)))
          throw new Error(`"${file.path}" would be written outside the output folder, where a link leads`);
        await removeStale(world, target);
        seen.add(target);
      }
      const there = await disk.stat(path);
      if (there?.kind === "folder") throw new Error(`"${path}" is a folder`);
      // An unchanged file keeps its modification time, so that other programs see what has changed.
      if (there?.size === file.bytes.length && Buffer.compare(await disk.read(path), file.bytes) === 0) continue;
      const waiting = temporaryFolders.get(target) ?? (await disk.makeTemporaryFolder(target));
      temporaryFolders.set(target, waiting);
      const from = join(waiting, basename(path));
      await disk.write(from, file.bytes);
      moves.push([from, path]);
    }
    for (const [from, to] of moves) await disk.rename(from, to);
    return succeed(files.map((file) => join(folder, file.path)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(
      diagnostic(
        "outputWritable",
        `The output cannot be written: ${reason}.`,
        "Check the permissions and the space of the output folder, or choose another with --out.",
      ),
    );
  } finally {
    await Promise.all(Array.from(temporaryFolders.values(), (waiting) => disk.remove(waiting).catch(() => undefined)));
  }
}
