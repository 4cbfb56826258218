import type { Readable, Writable } from "node:stream";
import type { Browser } from "./browser.ts";
import type { Checkers } from "./checker.ts";
import type { Http, Network } from "./network.ts";
import type { Outcome } from "./outcome.ts";
import type { WorkQueues } from "./work-queue.ts";
import type { Helper, Workers } from "./worker.ts";

/** Everything outside the program, handed in by `main.ts`; tests hand in another. */
export interface World {
  readonly disk: Disk;
  readonly clock: { now(): Date };
  readonly terminal: Terminal;
  /** All that is put in; read once. */
  readonly standardInput: { read(): Promise<Uint8Array> };
  readonly host: Host;
  readonly shell: Shell;
  readonly browsers: Browsers;
  readonly checkers: Checkers;
  readonly modules: Modules;
  readonly workers: Workers;
  /** Left out where this process does all of its work itself. */
  readonly startHelper?: () => Helper;
  readonly network: Network;
  readonly http: Http;
  readonly workQueues: WorkQueues;
  readonly stores: Stores;
  readonly watcher: Watcher;
  /** Standard input and output as streams, for programs that speak through them (`offprint lsp`). */
  readonly streams: () => { readonly input: Readable; readonly output: Writable };
  /** Resolves at SIGINT or SIGTERM. Until it is read, before a browser is opened, a signal ends the program; then its reader has to. */
  readonly interrupted: Promise<void>;
}

/** Paths are absolute. Every method rejects with an `Error` whose `code` is the system's (`ENOENT`, `EACCES`, …). */
export interface Disk {
  read(path: string): Promise<Uint8Array>;
  /** Piece by piece, for what is longer than memory should hold. */
  readPieces(path: string): AsyncIterable<Uint8Array>;
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Behind what is there, which may be nothing. */
  append(path: string, bytes: Uint8Array): Promise<void>;
  /** `undefined` where nothing is there. Follows links. */
  stat(path: string): Promise<FileState | undefined>;
  /** Sorted by the code units of the names. A link has the kind of what it leads to. */
  list(folder: string): Promise<readonly DiskEntry[]>;
  /** With every link resolved. */
  realPath(path: string): Promise<string>;
  makeFolder(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Give a file this time as that of its last change. */
  touch(path: string, time: Date): Promise<void>;
  /** A file or a whole folder; nothing there is no error. */
  remove(path: string): Promise<void>;
  /** A new, empty folder of our own in `parent`, which is there, or in the system's temporary folder. */
  makeTemporaryFolder(parent?: string): Promise<string>;
}

/** Stores of files that several machines share. */
export interface Stores {
  /** A disk whose folder `mount` is what lies at an address, `s3://bucket/folder`. Rejects where it cannot be used. */
  open(address: string, mount: string): Promise<Disk>;
}

export interface FileState {
  readonly kind: "file" | "folder" | "other";
  /** Bytes. */
  readonly size: number;
  readonly modified: Date;
  readonly executable: boolean;
}

export interface DiskEntry {
  readonly name: string;
  readonly kind: "file" | "folder" | "other";
}

export interface Terminal {
  /** To standard output; no line end is added. */
  print(text: string): void;
  /** To standard error; no line end is added. */
  printError(text: string): void;
  /** Whether standard error is a terminal that can redraw a line. */
  readonly interactive: boolean;
  readonly colour: boolean;
  /** Characters to a line. */
  readonly columns: number;
}

export interface Host {
  /** As Node names them: `linux`, `darwin`, `win32`. */
  readonly platform: string;
  /** As Node names them: `x64`, `arm64`. */
  readonly architecture: string;
  readonly nodeVersion: string;
  /** Programs that can run at the same time. */
  readonly processors: number;
  /** Bytes that this program may use, as far as the system tells. */
  readonly memory: number;
  readonly isRoot: boolean;
  readonly home: string;
  /** Where commands start. */
  readonly workingFolder: string;
  /** Offprint's own folder, which holds `package.json`, `templates` and `content`. */
  readonly toolFolder: string;
  /** Where this user's programs keep what they can fetch again, our own folder in it. */
  readonly cacheFolder: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

export interface Shell {
  /** Run a program to its end. Resolves whatever its exit code; `code` is -1 where it could not be started. */
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

/** Runs code that the user trusts. */
export interface Modules {
  /**
   * The default export of an ECMAScript module, TypeScript included, at an absolute path. Rejects with what the module
   * itself throws, or with an `Error` that says what is wrong with it. A module is run once and then remembered,
   * until it or a file that it imports by path has changed.
   */
  load(path: string): Promise<unknown>;
}

/** Notices changes on the disk. */
export interface Watcher {
  /**
   * Watch folders and everything below them. `onChange` gets, when it has been quiet for a moment, the absolute paths
   * that have changed, appeared or gone, sorted. Rejects with an `Error` with the system's `code` where a folder is not there.
   */
  watch(folders: readonly string[], onChange: (paths: readonly string[]) => void): Promise<{ close(): void }>;
}

/** Finds and starts the browser that prints. */
export interface Browsers {
  /** Start it, or say how to get one. `onProgress` gets what is being done and, if known, how far it is, 0 to 1. */
  open(options: OpenOptions): Promise<Outcome<Browser>>;
  /** Each way to a browser, in the order in which `open` goes them, with what stands there now. Fetches nothing. */
  inspect(options: OpenOptions): Promise<readonly BrowserSighting[]>;
  /** The program that `open` would try first, looked for on this disk; `undefined` where that cannot be told without starting it. */
  identify(options: OpenOptions, disk?: Disk): Promise<BrowserProgram | undefined>;
  /** How to get a browser on this system: commands, one to a line. */
  advise(): Promise<string>;
}

/** A browser's program, not started. */
export interface BrowserProgram {
  /** As the browser that is started from it says. */
  readonly path: string;
  /** Another for every version of the program. */
  readonly identity: string;
}

/** What was seen on one way to a browser. */
export interface BrowserSighting {
  /** The way, in a few words: "a browser installed on this system". */
  readonly way: string;
  /** `ready`: it starts. `broken`: it is there and does not start. `fetchable`: it would be fetched when needed. */
  readonly state: "ready" | "broken" | "absent" | "fetchable";
  /** Whether `open` would take this one. */
  readonly chosen: boolean;
  readonly path?: string;
  readonly version?: string;
  /** Whether it runs in its sandbox; only of one that is `ready`. */
  readonly sandboxed?: boolean;
  /** Why it is absent or broken, or why it runs without a sandbox. */
  readonly reason?: string;
}

export interface OpenOptions {
  /** The one that has failed, where another is asked for: who keeps a browser open for others must not give it again. */
  readonly instead?: Browser;
  /** An explicit executable, from a flag or the configuration. */
  readonly path?: string;
  readonly onProgress?: (what: string, fraction?: number) => void;
}
