import { join } from "node:path";
import type { Observation } from "../../cache/recording.ts";
import { liesInside, relativePath } from "../../model/shown-path.ts";
import { sha256Of } from "../../model/sha256.ts";
import type { World } from "../../model/world.ts";

/** A file that was read or looked for, in a form that another machine can check. */
export interface SeenFile {
  readonly of: "project" | "tool";
  /** Relative to the folder of the project or of Offprint. */
  readonly path: string;
  /** Digest of a file that was read, else whether it exists. */
  readonly was: string | boolean;
}

/** Returns the observations that another machine must reproduce. */
export function seenFiles({ host }: World, observations: readonly Observation[]): SeenFile[] {
  return observations.flatMap((observation): SeenFile[] => {
    const of = liesInside(host.workingFolder, observation.path) ? "project" : "tool";
    const folder = of === "project" ? host.workingFolder : host.toolFolder;
    if (!liesInside(folder, observation.path)) return [];
    const path = relativePath(folder, observation.path);
    if (observation.kind === "read") return [{ of, path, was: observation.sha256 }];
    return observation.kind === "stat" ? [{ of, path, was: observation.state !== "" }] : [];
  });
}

/** Returns the first file that differs on this machine. */
export async function firstDifference({ disk, host }: World, seen: readonly SeenFile[]): Promise<string | undefined> {
  for (const { of, path, was } of seen) {
    const whole = join(of === "project" ? host.workingFolder : host.toolFolder, path);
    const is =
      typeof was === "boolean"
        ? (await disk.stat(whole)) !== undefined
        : await disk.read(whole).then(sha256Of, () => undefined);
    if (is !== was) return path;
  }
  return undefined;
}
