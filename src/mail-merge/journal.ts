import { join } from "node:path";
import { type MergedFile, readMergedFile, readMergeManifest } from "../config/merge-manifest.ts";
import type { Disk } from "../model/world.ts";
import { liesInside } from "../model/shown-path.ts";
import { sha256Of } from "../model/sha256.ts";

/** Progress of a merge, so that an interrupted run can be resumed. */
export interface Journal {
  /** Unchanged files of this run, by row. */
  readonly made: ReadonlyMap<number, MergedFile>;
  /** Names of files of another run in the same folder. */
  readonly others: readonly string[];
  /** Records a file that is on disk. */
  readonly record: (file: MergedFile) => Promise<void>;
  /** Ends the journal when the run is complete and has a manifest. */
  readonly close: () => Promise<void>;
}

/** Lines of JSON: the run, then its files. */
const journalName = "merge.journal";

/**
 * Opens the journal. `files` is the disk with the files, if it is not that of the journal. `run` is the digest of everything that
 * affects the files: a journal of another run is ignored, and so is any without `resume`.
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
  // An interrupted run may leave an incomplete last line.
  const noted = lines.map(readMergedFile).filter((file) => file !== undefined);
  const manifest = readMergeManifest((await textAt(files, join(folder, "manifest.json"))) ?? "");
  const finished = resume && manifest?.run === run ? manifest.files : [];
  const made = new Map<number, MergedFile>();
  for (const file of [...finished, ...(isOurs ? noted : [])]) {
    if (file.row !== undefined && (await isAsMade(files, folder, file))) made.set(file.row, file);
  }
  const others = [...(manifest?.files ?? []), ...noted].map((file) => file.path);
  await disk.makeFolder(folder);
  const records = [headOf(run), ...Array.from(made.values(), (file) => JSON.stringify(file)), ""];
  await disk.write(path, bytesOf(records.join("\n")));
  let last = Promise.resolve();
  return {
    made,
    others,
    // Appends are queued in call order.
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
  // The journal is untrusted: files outside the folder are ignored.
  const state = liesInside(folder, whole) ? await disk.stat(whole).catch(() => undefined) : undefined;
  return state?.kind === "file" && state.size === size && sha256Of(await disk.read(whole)) === sha256;
}
