import { dirname, join, posix, win32 } from "node:path";
import type { Executable, Search } from "../../src/world/browser/way.ts";
import type { Browser } from "../../src/model/browser.ts";
import type { Disk, DiskEntry, Host, Shell } from "../../src/model/world.ts";

/** A disk in memory, of files by their path. One whose text is "program" can be run. */
export class FakeDisk implements Disk {
  readonly files = new Map<string, string>();
  readonly #links: Readonly<Record<string, string>>;
  #folders = 0;

  constructor(programs: readonly string[] = [], links: Readonly<Record<string, string>> = {}) {
    for (const program of programs) this.files.set(program, "program");
    this.#links = links;
  }

  async read(path: string): Promise<Uint8Array> {
    const text = this.files.get(path);
    if (text === undefined) throw missing(path);
    return new TextEncoder().encode(text);
  }

  async *readPieces(path: string): AsyncGenerator<Uint8Array> {
    yield await this.read(path);
  }

  async append(path: string, bytes: Uint8Array): Promise<void> {
    this.files.set(path, (this.files.get(path) ?? "") + new TextDecoder().decode(bytes));
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    this.files.set(path, new TextDecoder().decode(bytes));
  }

  async stat(path: string): ReturnType<Disk["stat"]> {
    const text = this.files.get(await this.realPath(path));
    const modified = new Date(0);
    if (text !== undefined) return { kind: "file", size: text.length, modified, executable: text === "program" };
    const isFolder = this.#below(path).length > 0;
    return isFolder ? { kind: "folder", size: 0, modified, executable: true } : undefined;
  }

  async list(folder: string): Promise<readonly DiskEntry[]> {
    const names = this.#below(folder).map((path) => path.slice(folder.length + 1).split("/"));
    return names.map(([name = "", ...rest]) => ({ name, kind: rest.length > 0 ? "folder" : "file" }));
  }

  async realPath(path: string): Promise<string> {
    return this.#links[path] ?? path;
  }

  async makeFolder(): Promise<void> {}

  async rename(from: string, to: string): Promise<void> {
    const moved = this.#below(from);
    if (moved.length === 0) throw missing(from);
    if (this.#below(to).length > 0) throw Object.assign(new Error(`ENOTEMPTY: ${to}`), { code: "ENOTEMPTY" });
    for (const path of moved) this.files.set(to + path.slice(from.length), this.files.get(path) ?? "");
    await this.remove(from);
  }

  async touch(): Promise<void> {}

  async remove(path: string): Promise<void> {
    for (const below of [path, ...this.#below(path)]) this.files.delete(below);
  }

  async removeEmptyFolder(): Promise<void> {}

  async makeTemporaryFolder(parent = "/tmp"): Promise<string> {
    this.#folders += 1;
    return `${parent}/staging-${this.#folders}`;
  }

  #below(folder: string): readonly string[] {
    return [...this.files.keys()].filter((path) => path.startsWith(`${folder}/`) || path.startsWith(`${folder}\\`));
  }
}

function missing(path: string): Error {
  return Object.assign(new Error(`ENOENT: ${path}`), { code: "ENOENT" });
}

const homes: Readonly<Record<string, string>> = { win32: "C:\\Users\\mary", darwin: "/Users/mary" };

/** A machine with nothing on it but what `changes` put there. */
export function fakeHost(changes: Partial<Host> = {}): Host {
  const platform = changes.platform ?? "linux";
  const home = homes[platform] ?? "/home/mary";
  const path = platform === "win32" ? win32 : posix;
  return {
    platform,
    architecture: "x64",
    nodeVersion: "24.21.0",
    processors: 2,
    memory: 8 * 2 ** 30,
    isRoot: false,
    home,
    workingFolder: path.join(home, "articles"),
    toolFolder: path.join(home, "offprint"),
    programFolder: "src",
    cacheFolder: path.join(home, ".cache", "offprint"),
    variables: { PATH: platform === "win32" ? "C:\\bin" : "/usr/local/bin:/usr/bin" },
    ...changes,
  };
}

const deadShell: Shell = {
  run: async (command) => ({ code: -1, stdout: "", stderr: `spawn ${command} ENOENT` }),
};

/** A search with no network: whatever would be fetched cannot be, unless `changes` say else. */
export function fakeSearch(changes: Partial<Search> = {}): Search {
  return {
    disk: new FakeDisk(),
    host: fakeHost(),
    shell: deadShell,
    options: {},
    download: () => Promise.reject(new Error("the download host is out of reach")),
    unpack: () => Promise.reject(new Error("there is nothing to unpack")),
    ...changes,
  };
}

/** A browser that has started and does nothing. */
export function fakeBrowser(path: string): Browser {
  const nothing = async (): Promise<Uint8Array> => new Uint8Array();
  return {
    version: "Fake/1.0",
    path,
    sandboxed: true,
    print: nothing,
    screenshot: nothing,
    evaluate: nothing,
    close: async () => {},
  };
}

/** A program at this path, with what the npm-packaged Chromium has beside it for a system that lacks it. */
export function withSupplement(path: string, folder: string = dirname(path)): Executable {
  return { path, supplement: { libraries: join(folder, "lib"), fontConfiguration: join(folder, "fonts.conf") } };
}
