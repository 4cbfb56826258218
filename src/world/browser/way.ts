import type { BrowserPlatform } from "@puppeteer/browsers";
import { isProgram } from "./paths.ts";
import type { Disk, Host, OpenOptions, Shell } from "../../model/world.ts";

/** A browser program on this disk. */
export interface Executable {
  /** Absolute. */
  readonly path: string;
  /** What was packed with it for systems that lack it. */
  readonly supplement?: Supplement;
}

export interface Supplement {
  /** A folder of shared libraries, for a system where the browser does not start with its own. */
  readonly libraries: string;
  /** A fontconfig file, for a system that has none. */
  readonly fontConfiguration: string;
}

/** What the search for a browser has to work with. */
export interface Search {
  readonly disk: Disk;
  readonly host: Host;
  readonly shell: Shell;
  readonly options: OpenOptions;
  /** Rejects where the host that keeps the headless shells cannot be reached. */
  readonly download: DownloadHeadlessShell;
  /** Opens a tarball of the npm package into a folder that is there. */
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
  /** The user asked for this one and it cannot be had: the search ends. */
  | { readonly kind: "wrong"; readonly reason: string };

/** A place to look for a browser that is on the machine. */
export interface Look {
  readonly kind: "look";
  /** In a few words, to stand in a list of ways. */
  readonly name: string;
  /** The user's own choice: where it fails, no other browser takes its place. */
  readonly explicit?: boolean;
  look(search: Search): Promise<Finding>;
}

/** A place to fetch one from. */
export interface Fetch {
  readonly kind: "fetch";
  readonly name: string;
  /** What will be there when it is fetched, or why this system cannot use it. */
  target(host: Host): Finding;
  /** Rejects, with a reason for people, where it cannot be fetched. */
  fetch(search: Search): Promise<void>;
}

export type Way = Look | Fetch;

export const absent = (reason: string): Finding => ({ kind: "absent", reason });
export const found = (...executables: readonly Executable[]): Finding => ({ kind: "found", executables });

/** Of programs that could be there, those that are. */
export async function ifThere(disk: Disk, finding: Finding): Promise<Finding> {
  if (finding.kind !== "found") return finding;
  const there = await Promise.all(finding.executables.map(({ path }) => isProgram(disk, path)));
  const executables = finding.executables.filter((_, index) => there[index]);
  const paths = finding.executables.map(({ path }) => path).join(", ");
  return executables.length > 0 ? found(...executables) : absent(`There is no ${paths}.`);
}
