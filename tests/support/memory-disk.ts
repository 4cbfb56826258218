import { basename, dirname, join, resolve, sep } from "node:path";
import type { Disk, FileState } from "../../src/model/world.ts";
import type { Files } from "./temporary.ts";

/** A folder that is on no real disk. */
export const memoryFolder = resolve("/offprint-test");

type Entry = { readonly bytes: Uint8Array; readonly modified: Date } | "folder";

/**
 * A disk in memory, with these files below `memoryFolder`. What lies elsewhere is read from the real disk, as templates
 * and fonts are, and can not be changed.
 */
export function memoryDisk(files: Files, real: Disk): Disk {
  const entries = new Map<string, Entry>([[memoryFolder, "folder"]]);
  const isOurs = (path: string): boolean => path === memoryFolder || path.startsWith(memoryFolder + sep);
  let temporary = 0;

  const addFolder = (path: string): void => {
    if (entries.get(path) === "folder") return;
    if (!isOurs(path)) throw systemError("EROFS", path);
    if (entries.has(path)) throw systemError("EEXIST", path);
    addFolder(dirname(path));
    entries.set(path, "folder");
  };
  const fileAt = (path: string): Exclude<Entry, "folder"> => {
    const entry = entries.get(path);
    if (!entry) throw systemError("ENOENT", path);
    if (entry === "folder") throw systemError("EISDIR", path);
    return entry;
  };
  const put = (path: string, bytes: Uint8Array): void => {
    if (!isOurs(path)) throw systemError("EROFS", path);
    if (entries.get(path) === "folder") throw systemError("EISDIR", path);
    if (entries.get(dirname(path)) !== "folder") throw systemError("ENOENT", path);
    entries.set(path, { bytes: Uint8Array.from(bytes), modified: new Date() });
  };
  const below = (folder: string): string[] => [...entries.keys()].filter((path) => path.startsWith(folder + sep));

  for (const [path, content] of Object.entries(files)) {
    const at = join(memoryFolder, path);
    addFolder(dirname(at));
    put(at, typeof content === "string" ? new TextEncoder().encode(content) : content);
  }

  return {
    read: async (path) => (isOurs(path) ? fileAt(path).bytes : real.read(path)),
    readPieces: (path) => (isOurs(path) ? onePiece(() => fileAt(path).bytes) : real.readPieces(path)),
    write: async (path, bytes) => put(path, bytes),
    append: async (path, bytes) =>
      put(path, Buffer.concat([entries.has(path) ? fileAt(path).bytes : new Uint8Array(), bytes])),
    stat: async (path) => (isOurs(path) ? stateOf(entries.get(path)) : real.stat(path)),
    list: async (folder) => {
      if (!isOurs(folder)) return real.list(folder);
      if (entries.get(folder) !== "folder") throw systemError(entries.has(folder) ? "ENOTDIR" : "ENOENT", folder);
      return below(folder)
        .filter((path) => dirname(path) === folder)
        .toSorted()
        .map((path) => ({ name: basename(path), kind: entries.get(path) === "folder" ? "folder" : "file" }));
    },
    realPath: async (path) => {
      if (!isOurs(path)) return real.realPath(path);
      if (!entries.has(path)) throw systemError("ENOENT", path);
      return path;
    },
    makeFolder: async (path) => addFolder(path),
    rename: async (from, to) => {
      const moved = [from, ...below(from)].map((path) => [path, entries.get(path)] as const);
      if (!isOurs(to) || moved[0]?.[1] === undefined) throw systemError("ENOENT", from);
      for (const [path, entry] of moved) {
        entries.delete(path);
        if (entry) entries.set(to + path.slice(from.length), entry);
      }
    },
    touch: async (path, modified) => void entries.set(path, { ...fileAt(path), modified }),
    remove: async (path) => {
      if (!isOurs(path)) throw systemError("EROFS", path);
      for (const key of [path, ...below(path)]) entries.delete(key);
    },
    removeEmptyFolder: async (path) => {
      if (below(path).length > 0) throw systemError("ENOTEMPTY", path);
      entries.delete(path);
    },
    makeTemporaryFolder: async (parent = memoryFolder) => {
      const path = join(parent, `offprint-${(temporary += 1)}`);
      addFolder(path);
      return path;
    },
  };
}

function stateOf(entry: Entry | undefined): FileState | undefined {
  if (!entry) return undefined;
  if (entry === "folder") return { kind: "folder", size: 0, modified: new Date(0), executable: false };
  return { kind: "file", size: entry.bytes.length, modified: entry.modified, executable: false };
}

async function* onePiece(read: () => Uint8Array): AsyncIterable<Uint8Array> {
  yield read();
}

function systemError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: '${path}'`), { code, path });
}
