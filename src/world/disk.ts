import { createReadStream, type Dirent, statSync } from "node:fs";
import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Disk, DiskEntry, FileState } from "../model/world.ts";

/** The real disk. */
export const disk: Disk = {
  read: (path) => readFile(path),
  readPieces: (path) => createReadStream(path) as AsyncIterable<Uint8Array>,
  write: (path, bytes) => writeFile(path, bytes),
  append: (path, bytes) => appendFile(path, bytes),
  stat: fileState,
  list,
  realPath: (path) => realpath(path),
  makeFolder,
  rename: (from, to) => rename(from, to),
  touch: (path, time) => utimes(path, time, time),
  remove: (path) => rm(path, { recursive: true, force: true }),
  removeEmptyFolder: (path) => rmdir(path),
  // Hidden beside other folders, one of which may be a publication called `offprint-manual`.
  makeTemporaryFolder: (parent) =>
    mkdtemp(parent === undefined ? join(tmpdir(), "offprint-") : join(parent, ".offprint-")),
};

/**
 * Creates a folder and its parents. Node's own `recursive` never returns on file systems that answer with ENOENT where
 * no folder can be created, such as `/proc`.
 */
async function makeFolder(path: string): Promise<void> {
  // One request, for most are there; a refusal takes three, and an error.
  if ((await fileState(path))?.kind === "folder") return;
  const above = dirname(path);
  if (!(await fileState(above))) await makeFolder(above);
  await mkdir(path).catch(async (error: unknown) => {
    if ((await fileState(path))?.kind !== "folder") throw error;
  });
}

/** A call that waits takes a fifth of the time that a promise takes, and a build asks about hundreds of files. */
async function fileState(path: string): Promise<FileState | undefined> {
  const found = statSync(path, { throwIfNoEntry: false });
  return (
    found && {
      kind: found.isFile() ? "file" : found.isDirectory() ? "folder" : "other",
      size: found.size,
      modified: found.mtime,
      executable: process.platform === "win32" ? /\.(exe|com|cmd|bat)$/i.test(path) : (found.mode & 0o111) !== 0,
    }
  );
}

async function list(folder: string): Promise<readonly DiskEntry[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return Promise.all(entries.map(async (entry) => ({ name: entry.name, kind: await entryKind(folder, entry) })));
}

/** Returns the kind of a link's target. A dangling or circular link is still an entry. */
async function entryKind(folder: string, entry: Dirent): Promise<DiskEntry["kind"]> {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  // Some file systems do not tell what an entry is.
  const state = await fileState(join(folder, entry.name)).catch(() => undefined);
  return state?.kind ?? "other";
}
