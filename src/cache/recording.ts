import { sha256Of } from "../model/sha256.ts";
import type { Disk, DiskEntry, FileState } from "../model/world.ts";

/** What a task saw of a file or folder: enough to tell later, usually by a `stat`, whether it has changed. */
export type Observation =
  | { readonly kind: "read"; readonly path: string; readonly state: SeenState; readonly sha256: string }
  | { readonly kind: "stat"; readonly path: string; readonly state: SeenState }
  | { readonly kind: "list"; readonly path: string; readonly entries: string }
  | { readonly kind: "realPath"; readonly path: string; readonly real: string };

/** A file's size and time, or another entry's kind; empty if nothing exists. */
type SeenState = string;

/** A disk that records what is read from it. */
export interface Recording {
  readonly disk: Disk;
  /** Returns what was seen so far, each thing once. */
  readonly observations: () => readonly Observation[];
  /** Adds the observations of other tasks whose results are used. */
  readonly add: (observations: readonly Observation[]) => void;
  /** Marks the result as dependent on something that observations do not cover. */
  readonly spoil: () => void;
  readonly isSpoilt: () => boolean;
}

/** Milliseconds within which a file can change twice without changing its time, on the coarsest file systems. */
const coarsestTime = 2000;

export function recordDisk(disk: Disk): Recording {
  const seen = new Map<string, Observation>();
  let spoilt = false;
  const note = (observation: Observation): void => {
    const key = `${observation.kind} ${observation.path}`;
    const earlier = seen.get(key);
    // Something changed during the task: its result matches no state of the disk.
    if (earlier && JSON.stringify(earlier) !== JSON.stringify(observation)) spoilt = true;
    seen.set(key, observation);
  };
  const observed: Disk = {
    ...disk,
    async read(path) {
      const before = await stateOf(disk, path);
      const bytes = await disk.read(path).catch((error: unknown) => {
        note({ kind: "stat", path, state: before });
        throw error;
      });
      note({ kind: "read", path, state: before, sha256: sha256Of(bytes) });
      return bytes;
    },
    readPieces(path) {
      spoilt = true;
      return disk.readPieces(path);
    },
    async stat(path) {
      const found = await disk.stat(path);
      note({ kind: "stat", path, state: describe(found) });
      return found;
    },
    async list(folder) {
      const entries = await disk.list(folder).catch((error: unknown) => {
        note({ kind: "list", path: folder, entries: "" });
        throw error;
      });
      note({ kind: "list", path: folder, entries: describeEntries(entries) });
      return entries;
    },
    async realPath(path) {
      const real = await disk.realPath(path);
      note({ kind: "realPath", path, real });
      return real;
    },
  };
  return {
    disk: observed,
    observations: () => [...seen.values()],
    add: (observations) => observations.forEach(note),
    spoil: () => void (spoilt = true),
    isSpoilt: () => spoilt,
  };
}

/** Number of files that are looked at before all others. */
const firstLookedAt = 4;

/** Reports whether everything is as it was seen by a task that began at `since`, in milliseconds. */
export async function isUnchanged(disk: Disk, observations: readonly Observation[], since: number): Promise<boolean> {
  const areAsSeen = async (some: readonly Observation[]): Promise<boolean> => {
    const answers = await Promise.all(some.map((observation) => holds(disk, observation, since).catch(() => false)));
    return answers.every(Boolean);
  };
  // What was changed last is the likeliest to have been changed again.
  const latest = observations
    .filter(({ kind }) => kind === "read")
    .toSorted((one, other) => modifiedOf(other) - modifiedOf(one))
    .slice(0, firstLookedAt);
  return (await areAsSeen(latest)) && areAsSeen(observations.filter((observation) => !latest.includes(observation)));
}

async function holds(disk: Disk, observation: Observation, since: number): Promise<boolean> {
  switch (observation.kind) {
    case "stat":
      return (await stateOf(disk, observation.path)) === observation.state;
    case "list":
      return (await disk.list(observation.path).then(describeEntries, () => "")) === observation.entries;
    case "realPath":
      return (await disk.realPath(observation.path)) === observation.real;
    case "read": {
      const found = await disk.stat(observation.path);
      const isAsOld = describe(found) === observation.state && found !== undefined;
      if (isAsOld && since - found.modified.getTime() > coarsestTime) return true;
      // The file was written around the time of reading, or since: compare its bytes.
      return found !== undefined && sha256Of(await disk.read(observation.path)) === observation.sha256;
    }
  }
}

/** Returns when an observed file was modified, in milliseconds. */
function modifiedOf(observation: Observation): number {
  return observation.kind === "read" ? Number(observation.state.split(" ")[1]) || 0 : 0;
}

async function stateOf(disk: Disk, path: string): Promise<SeenState> {
  return describe(await disk.stat(path));
}

function describe(state: FileState | undefined): SeenState {
  if (!state) return "";
  return state.kind === "file" ? `${state.size} ${state.modified.getTime()} ${state.executable}` : state.kind;
}

function describeEntries(entries: readonly DiskEntry[]): string {
  return sha256Of(new TextEncoder().encode(JSON.stringify(entries.map(({ name, kind }) => [name, kind]))));
}
