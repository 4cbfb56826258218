import { existsSync } from "node:fs";
import { availableParallelism, homedir, totalmem } from "node:os";
import { dirname, join, posix, relative, resolve, sep, win32 } from "node:path";
import type { Host } from "../model/world.ts";

type Variables = Host["variables"];

/** Reads the facts about the machine and the user. */
export function readHost(): Host {
  const toolFolder = findToolFolder(import.meta.dirname);
  const home = homedir();
  const workingFolder = initialCwd(process.env, process.cwd(), toolFolder);
  return {
    platform: process.platform,
    architecture: process.arch,
    nodeVersion: process.versions.node,
    processors: availableParallelism(),
    // A container may have less memory than the machine; without a limit, Node reports more than any memory.
    memory: Math.min(process.constrainedMemory() || Infinity, totalmem()),
    isRoot: process.getuid?.() === 0,
    home,
    workingFolder,
    toolFolder,
    programFolder: relative(toolFolder, import.meta.dirname).split(sep)[0] ?? "",
    cacheFolder: resolve(workingFolder, cacheDir(process.platform, home, process.env)),
    variables: process.env,
  };
}

/** Returns the folder in which this platform keeps data that can be recreated; `OFFPRINT_CACHE` overrides it. */
export function cacheDir(platform: string, home: string, variables: Variables): string {
  if (variables["OFFPRINT_CACHE"]) return variables["OFFPRINT_CACHE"];
  const path = platform === "win32" ? win32 : posix;
  const xdg = variables["XDG_CACHE_HOME"];
  const bases: Readonly<Record<string, string>> = {
    win32: variables["LOCALAPPDATA"] ?? path.join(home, "AppData", "Local"),
    darwin: path.join(home, "Library", "Caches"),
  };
  // The XDG Base Directory Specification: relative paths are invalid and must be ignored.
  return path.join(xdg && path.isAbsolute(xdg) ? xdg : (bases[platform] ?? path.join(home, ".cache")), "offprint");
}

/**
 * Returns the folder in which the user typed the command. `npm run offprint` starts scripts in the package's folder and
 * leaves the user's folder in `INIT_CWD`; paths on the command line are relative to that one.
 */
export function initialCwd(variables: Variables, current: string, toolFolder: string): string {
  const throughNpm = variables["npm_lifecycle_event"] === "offprint" && current === toolFolder;
  return throughNpm ? (variables["INIT_CWD"] ?? current) : current;
}

/** Returns the nearest ancestor folder with a `package.json`, for the sources and the compiled package alike. */
function findToolFolder(start: string): string {
  if (existsSync(join(start, "package.json"))) return start;
  const above = dirname(start);
  if (above === start) throw new Error("Offprint's own package.json is missing from its folder.");
  return findToolFolder(above);
}
