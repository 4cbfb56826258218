import { join } from "node:path";
import { type MergedFile, readMergedFile, readMergeManifest } from "../config/merge-manifest.ts";
import type { Disk } from "../model/world.ts";
import { liesInside } from "../model/shown-path.ts";
import { sha256Of } from "../model/sha256.ts";

/** What a merge has made so far, so that one that was broken off goes on where it was. */
export interface Journal {
  /** Files of this very run, by row, that are still as they were made. */
  readonly made: ReadonlyMap<number, MergedFile>;
  /** The names of files that another run made in the same folder. */
  readonly others: readonly string[];
  /** Remember a file that is on the disk. */
  readonly record: (file: MergedFile) => Promise<void>;
  /** The run is complete and has a manifest. */
  readonly close: () => Promise<void>;
}

/** Lines of JSON: the run, then its files. */
const journalName = "merge.journal";

/**
 * `files`: the disk that has the files, where they are not beside the journal. `run` is the digest of everything that decides about the files: a journal of another run counts for nothing. Without
 * `resume` no journal does.
 */
export async function openJournal(
  disk: Disk,
  folder: string,
  run: string,
  { resume, files = disk }: { readonly resume: boolean; readonly files?: Disk },
): Promise<Journal> {
  const path = join(folder, journalName);
  const [first, ...lines] = ((await textAt(disk, path)) ?? "").split("\n");
  const isOurs = resume && first === headOf(run);
  // The last line of a run that was broken off can be half a line.
  const noted = lines.map(readMergedFile).filter((file) => file !== undefined);
  const manifest = readMergeManifest((await textAt(files, join(folder, "manifest.json"))) ?? "");
  const finished = resume && manifest?.run === run ? manifest.files : [];
  const made = new Map<number, MergedFile>();
  for (const file of [...finished, ...(isOurs ? noted : [])]) {
    if (file.row !== undefined && (await isAsMade(files, folder, file))) made.set(file.row, file);
  }
  const others = [...(manifest?.files ?? []), ...noted].map((file) => file.path);
  await disk.makeFolder(folder);
  const kept = [headOf(run), ...Array.from(made.values(), (file) => JSON.stringify(file)), ""];
  await disk.write(path, bytesOf(kept.join("\n")));
  let last = Promise.resolve();
  return {
    made,
    others,
    // One after the other, whoever calls first.
    record: (file) => (last = last.then(() => disk.append(path, bytesOf(`${JSON.stringify(file)}\n`)))),
    close: () => disk.remove(path),
  };
}

function headOf(run: string): string {
  return JSON.stringify({ merge: run });
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function textAt(disk: Disk, path: string): Promise<string | undefined> {
  const state = await disk.stat(path).catch(() => undefined);
  return state?.kind === "file" ? new TextDecoder().decode(await disk.read(path)) : undefined;
}

async function isAsMade(disk: Disk, folder: string, { path, size, sha256 }: MergedFile): Promise<boolean> {
  const whole = join(folder, path);
  // Anyone can have written a journal: no file outside the folder is believed to be of this run.
  const state = liesInside(folder, whole) ? await disk.stat(whole).catch(() => undefined) : undefined;
  return state?.kind === "file" && state.size === size && sha256Of(await disk.read(whole)) === sha256;
}
