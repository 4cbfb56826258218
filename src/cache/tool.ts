import { dirname, join, relative } from "node:path";
import { sha256Of } from "../model/sha256.ts";
import type { Disk, World } from "../model/world.ts";
import { digestOf } from "./digest.ts";

/** Lists of installed packages by package manager. npm's own record of what is installed comes first. */
const lockfiles = [
  "node_modules/.package-lock.json",
  "package-lock.json",
  "npm-shrinkwrap.json",
  "pnpm-lock.yaml",
  "yarn.lock",
];

/**
 * Returns a digest of everything besides article and template that determines the output: Offprint's own program, so
 * that developers never see results of older code; the versions of libraries and fonts, by lockfile; Node and the
 * system. Returns `undefined` without a lockfile: then the versions are unknown.
 */
export async function toolDigest({ disk, host }: Pick<World, "disk" | "host">): Promise<string | undefined> {
  const own = await nearestLocks(disk, host.toolFolder);
  if (own.length === 0) return undefined;
  // Optional packages may be installed in the project.
  const locks = [...own, ...(await nearestLocks(disk, host.workingFolder))];
  // Only what runs: somebody may be bundling into the other folder.
  const files = await filesBelow(disk, join(host.toolFolder, host.programFolder));
  // Relative paths, so that machines with other folders get the same digest.
  const program = files.map(([path, sha256]) => [relative(host.toolFolder, path), sha256]);
  const { toolFolder: _, ...inputs } = toolInputs({ host });
  return digestOf({ locks, program, ...inputs });
}

/** Returns what the digest depends on besides files. */
export function toolInputs({ host }: Pick<World, "host">) {
  const { toolFolder, programFolder, nodeVersion, platform, architecture } = host;
  return { toolFolder, programFolder, nodeVersion, platform, architecture };
}

/** Returns digests of the lockfiles in the nearest folder, at or above this one, that has any. */
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
