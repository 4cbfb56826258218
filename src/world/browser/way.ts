import type { BrowserPlatform } from "@puppeteer/browsers";
import { isProgram } from "./paths.ts";
import type { Disk, Host, OpenOptions, Shell } from "../../model/world.ts";

/** A browser program on this disk. */
export interface Executable {
  /** Absolute. */
  readonly path: string;
  /** What is packed with it for systems that lack it. */
  readonly supplement?: Supplement;
}

export interface Supplement {
  /** A folder of shared libraries, for a system where the browser does not start with its own. */
  readonly libraries: string;
  /** A fontconfig file, for a system that has none. */
  readonly fontConfiguration: string;
}

/** What the search for a browser works with. */
export interface Search {
  readonly disk: Disk;
  readonly host: Host;
  readonly shell: Shell;
  readonly options: OpenOptions;
  /** Rejects if the download host cannot be reached. */
  readonly download: DownloadHeadlessShell;
  /** Unpacks a tarball of the npm package into an existing folder. */
  readonly unpack: UnpackNpmChromium;
}

export type DownloadHeadlessShell = (
  request: {
    readonly puppeteerCache: string;
    readonly platform: BrowserPlatform;
    readonly baseUrl?: string | undefined;
  },
  onProgress: (fraction: number) => void,
) => Promise<void>;

export type UnpackNpmChromium = (
  tarball: string,
  folder: string,
  onProgress: (fraction: number) => void,
) => Promise<void>;

export type Finding =
  | { readonly kind: "found"; readonly executables: readonly Executable[] }
  | { readonly kind: "absent"; readonly reason: string }
  /** The user asked for this browser and it cannot be used: the search ends. */
  | { readonly kind: "wrong"; readonly reason: string };

/** A place to look for an installed browser. */
export interface Look {
  readonly kind: "look";
  /** A few words, for a list of ways. */
  readonly name: string;
  /** Whether the user chose this browser: if it fails, no other replaces it. */
  readonly explicit?: boolean;
  look(search: Search): Promise<Finding>;
}

/** A place to download a browser from. */
export interface Fetch {
  readonly kind: "fetch";
  readonly name: string;
  /** Returns what a download would provide, or why this system cannot use it. */
  target(host: Host): Finding;
  /** Downloads the browser. Rejects with a reason that can be shown to the user. */
  fetch(search: Search): Promise<void>;
}

export type Way = Look | Fetch;

export const absent = (reason: string): Finding => ({ kind: "absent", reason });
export const found = (...executables: readonly Executable[]): Finding => ({ kind: "found", executables });

/** Returns the programs of a finding that exist. */
export async function ifThere(disk: Disk, finding: Finding): Promise<Finding> {
  if (finding.kind !== "found") return finding;
  const there = await Promise.all(finding.executables.map(({ path }) => isProgram(disk, path)));
  const executables = finding.executables.filter((_, index) => there[index]);
  const paths = finding.executables.map(({ path }) => path).join(", ");
  return executables.length > 0 ? found(...executables) : absent(`There is no ${paths}.`);
}
