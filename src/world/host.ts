import { existsSync } from "node:fs";
import { availableParallelism, homedir, totalmem } from "node:os";
import { dirname, join, posix, resolve, win32 } from "node:path";
import type { Host } from "../model/world.ts";

type Variables = Host["variables"];

/** The machine and the user that the program runs for. */
export function readHost(): Host {
  const toolFolder = findToolFolder(import.meta.dirname);
  const home = homedir();
  const workingFolder = initialCwd(process.env, process.cwd(), toolFolder);
  return {
    platform: process.platform,
    architecture: process.arch,
    nodeVersion: process.versions.node,
    processors: availableParallelism(),
    // A container may have less than the machine; where nothing is limited, the number is beyond all memory.
    memory: Math.min(process.constrainedMemory() || Infinity, totalmem()),
    isRoot: process.getuid?.() === 0,
    home,
    workingFolder,
    toolFolder,
    cacheFolder: resolve(workingFolder, cacheDir(process.platform, home, process.env)),
    variables: process.env,
  };
}

/** Where programs of this platform keep what can be fetched again; `OFFPRINT_CACHE` overrules. */
export function cacheDir(platform: string, home: string, variables: Variables): string {
  if (variables["OFFPRINT_CACHE"]) return variables["OFFPRINT_CACHE"];
  const path = platform === "win32" ? win32 : posix;
  const xdg = variables["XDG_CACHE_HOME"];
  const bases: Readonly<Record<string, string>> = {
    win32: variables["LOCALAPPDATA"] ?? path.join(home, "AppData", "Local"),
    darwin: path.join(home, "Library", "Caches"),
  };
  // The XDG Base Directory Specification says that a relative path there is invalid and to be ignored.
  return path.join(xdg && path.isAbsolute(xdg) ? xdg : (bases[platform] ?? path.join(home, ".cache")), "offprint");
}

/**
 * `npm run offprint` starts every script in the package's own folder and leaves the folder in which the user typed the
 * command in `INIT_CWD`: the paths that the user typed are relative to that one.
 */
export function initialCwd(variables: Variables, current: string, toolFolder: string): string {
  const throughNpm = variables["npm_lifecycle_event"] === "offprint" && current === toolFolder;
  return throughNpm ? (variables["INIT_CWD"] ?? current) : current;
}

/** The nearest folder above with a `package.json`: the same for the sources and for the compiled package. */
function findToolFolder(start: string): string {
  if (existsSync(join(start, "package.json"))) return start;
  const above = dirname(start);
  if (above === start) throw new Error("Offprint's own package.json is missing from its folder.");
  return findToolFolder(above);
}
