import { dirname, join, relative } from "node:path";
import { sha256Of } from "../model/sha256.ts";
import type { Disk, World } from "../model/world.ts";
import { digestOf } from "./digest.ts";

/** Where Offprint's program lies in its folder: as it is written, and as it is compiled for npm. */
const programFolders = ["src", "lib"];

/** What package managers write of everything that they have installed. npm's own note of what really lies there goes first. */
const lockfiles = [
  "node_modules/.package-lock.json",
  "package-lock.json",
  "npm-shrinkwrap.json",
  "pnpm-lock.yaml",
  "yarn.lock",
];

/**
 * The digest of all that makes Offprint do what it does, the article and its template aside: its own program, so that who
 * changes it never sees what it did before; the versions of all libraries and fonts, by the lockfile; Node and the system.
 * `undefined` where there is no lockfile: then nobody knows what a build was made with.
 */
export async function toolDigest({ disk, host }: Pick<World, "disk" | "host">): Promise<string | undefined> {
  const locks = await nearestLocks(disk, host.toolFolder);
  if (locks.length === 0) return undefined;
  const programs = await Promise.all(programFolders.map((name) => filesBelow(disk, join(host.toolFolder, name))));
  // The same on machines that have it in different folders.
  const program = programs.flat().map(([path, sha256]) => [relative(host.toolFolder, path), sha256]);
  const { toolFolder: _, ...inputs } = toolInputs({ host });
  return digestOf({ locks, program, ...inputs });
}

/** What the digest depends on besides files. */
export function toolInputs({ host }: Pick<World, "host">) {
  const { toolFolder, nodeVersion, platform, architecture } = host;
  return { toolFolder, nodeVersion, platform, architecture };
}

/** Of the nearest folder at or above this one that has any. */
async function nearestLocks(disk: Disk, folder: string): Promise<readonly string[]> {
  const found = await Promise.all(lockfiles.map((name) => disk.read(join(folder, name)).catch(() => undefined)));
  const locks = found.flatMap((bytes) => (bytes ? [sha256Of(bytes)] : []));
  const above = dirname(folder);
  return locks.length > 0 || above === folder ? locks : nearestLocks(disk, above);
}

type Digested = readonly [path: string, sha256: string];

async function filesBelow(disk: Disk, folder: string): Promise<readonly Digested[]> {
  const entries = await disk.list(folder).catch(() => []);
  const lists = await Promise.all(
    entries.map(async ({ name, kind }): Promise<readonly Digested[]> => {
      const path = join(folder, name);
      if (kind === "folder") return filesBelow(disk, path);
      return kind === "file" ? [[path, sha256Of(await disk.read(path))]] : [];
    }),
  );
  return lists.flat();
}
