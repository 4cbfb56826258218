import type { Readable, Writable } from "node:stream";
import type { Browser } from "./browser.ts";
import type { Checkers } from "./checker.ts";
import type { Http, Network } from "./network.ts";
import type { Outcome } from "./outcome.ts";
import type { WorkQueues } from "./work-queue.ts";
import type { Helper, Workers } from "./worker.ts";

/** Everything outside the program, passed in by `main.ts`; tests pass in a fake. */
export interface World {
  readonly disk: Disk;
  readonly clock: { now(): Date };
  readonly terminal: Terminal;
  /** Reads all of standard input, once. */
  readonly standardInput: { read(): Promise<Uint8Array> };
  readonly host: Host;
  readonly shell: Shell;
  readonly browsers: Browsers;
  readonly checkers: Checkers;
  readonly modules: Modules;
  readonly workers: Workers;
  /** Absent where this process does all work itself. */
  readonly startHelper?: () => Helper;
  readonly network: Network;
  readonly http: Http;
  readonly workQueues: WorkQueues;
  readonly stores: Stores;
  readonly watcher: Watcher;
  /** Standard input and output as streams, for protocols over them (`offprint lsp`). */
  readonly streams: () => { readonly input: Readable; readonly output: Writable };
  /**
   * Resolves on SIGINT or SIGTERM. Until it is first read, before a browser is opened, a signal ends the program; then
   * the reader must.
   */
  readonly interrupted: Promise<void>;
}

/** Paths are absolute. Every method rejects with an `Error` whose `code` is the system's (`ENOENT`, `EACCES`, …). */
export interface Disk {
  read(path: string): Promise<Uint8Array>;
  /** Reads a file in pieces, for files too large for memory. */
  readPieces(path: string): AsyncIterable<Uint8Array>;
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Appends to a file; creates it if absent. */
  append(path: string, bytes: Uint8Array): Promise<void>;
  /** Returns `undefined` where nothing exists. Follows links. */
  stat(path: string): Promise<FileState | undefined>;
  /** Sorted by the code units of the names. A link has the kind of its target. */
  list(folder: string): Promise<readonly DiskEntry[]>;
  /** Resolves every link in a path. */
  realPath(path: string): Promise<string>;
  makeFolder(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Sets the modification time of a file. */
  touch(path: string, time: Date): Promise<void>;
  /** Removes a file or a folder with its content; a missing one is no error. */
  remove(path: string): Promise<void>;
  /** Removes a folder; rejects if it is not empty. */
  removeEmptyFolder(path: string): Promise<void>;
  /** Creates a new, empty folder in `parent`, which must exist, or in the system's temporary folder. */
  makeTemporaryFolder(parent?: string): Promise<string>;
}

/** Opens file stores that several machines share. */
export interface Stores {
  /**
   * Returns a disk whose folder `mount` is the content of an address, `s3://bucket/folder`. Rejects where it cannot be
   * used.
   */
  open(address: string, mount: string): Promise<Disk>;
}

export interface FileState {
  readonly kind: "file" | "folder" | "other";
  /** In bytes. */
  readonly size: number;
  readonly modified: Date;
  readonly executable: boolean;
}

export interface DiskEntry {
  readonly name: string;
  readonly kind: "file" | "folder" | "other";
}

export interface Terminal {
  /** Writes to standard output; adds no line end. */
  print(text: string): void;
  /** Writes to standard error; adds no line end. */
  printError(text: string): void;
  /** Whether standard error is a terminal that can redraw a line. */
  readonly interactive: boolean;
  readonly colour: boolean;
  /** Width in characters. */
  readonly columns: number;
}

export interface Host {
  /** As Node names them: `linux`, `darwin`, `win32`. */
  readonly platform: string;
  /** As Node names them: `x64`, `arm64`. */
  readonly architecture: string;
  readonly nodeVersion: string;
  /** Number of processors available. */
  readonly processors: number;
  /** Bytes of memory that this program may use, where the system reports it. */
  readonly memory: number;
  readonly isRoot: boolean;
  readonly home: string;
  /** The folder that relative paths start from. */
  readonly workingFolder: string;
  /** Offprint's own folder, which holds `package.json`, `templates` and `content`. */
  readonly toolFolder: string;
  /** The folder in it that this program runs from: `src`, or `lib` of the npm package. */
  readonly programFolder: string;
  /** Offprint's folder in the user's cache folder, for files that can be downloaded again. */
  readonly cacheFolder: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

export interface Shell {
  /** Runs a program to its end. Resolves whatever its exit code; `code` is -1 where it could not be started. */
  run(
    command: string,
    arguments_: readonly string[],
    options?: {
      readonly folder?: string;
      readonly timeout?: number;
      readonly variables?: Readonly<Record<string, string | undefined>>;
    },
  ): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>;
}

/** Loads code that the user trusts. */
export interface Modules {
  /**
   * Returns the default export of an ECMAScript or TypeScript module at an absolute path. Rejects with what the module
   * throws, or with an `Error` that says what is wrong with it. A module runs once and is remembered until it or a file
   * that it imports by path changes.
   */
  load(path: string): Promise<unknown>;
}

/** Watches the disk for changes. */
export interface Watcher {
  /**
   * Watches folders recursively. After a quiet moment, `onChange` gets the absolute paths that were changed, added or
   * removed, sorted. Rejects with an `Error` with the system's `code` where a folder does not exist.
   */
  watch(folders: readonly string[], onChange: (paths: readonly string[]) => void): Promise<{ close(): void }>;
}

/** Finds and starts the browser for printing. */
export interface Browsers {
  /**
   * Starts it, or explains how to get one. `onProgress` gets the current step and, if known, its progress from 0 to 1.
   */
  open(options: OpenOptions): Promise<Outcome<Browser>>;
  /** Returns each source of a browser, in the order that `open` tries them, with its state. Downloads nothing. */
  inspect(options: OpenOptions): Promise<readonly BrowserSighting[]>;
  /**
   * Returns the program that `open` would try first, found on disk; `undefined` where it is not known without starting
   * it.
   */
  identify(options: OpenOptions, disk?: Disk): Promise<BrowserProgram | undefined>;
  /** Returns how to get a browser on this system: commands, one to a line. */
  advise(): Promise<string>;
}

/** A browser executable, not started. */
export interface BrowserProgram {
  /** As reported by the browser started from it. */
  readonly path: string;
  /** Different for every version of the program. */
  readonly identity: string;
}

/** The state of one source of a browser. */
export interface BrowserSighting {
  /** The source in a few words: "a browser installed on this system". */
  readonly way: string;
  /** `ready`: it starts. `broken`: it exists but does not start. `fetchable`: it would be downloaded when needed. */
  readonly state: "ready" | "broken" | "absent" | "fetchable";
  /** Whether `open` would take this one. */
  readonly chosen: boolean;
  readonly path?: string;
  readonly version?: string;
  /** Whether it runs in its sandbox; only where it is `ready`. */
  readonly sandboxed?: boolean;
  /** Why it is absent or broken, or why it runs without a sandbox. */
  readonly reason?: string;
}

export interface OpenOptions {
  /** The browser that failed, where another is requested: a shared browser must not return it again. */
  readonly instead?: Browser;
  /** An explicit executable, from an option or the configuration. */
  readonly path?: string;
  readonly onProgress?: (what: string, fraction?: number) => void;
}
