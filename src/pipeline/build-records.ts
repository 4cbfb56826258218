import { deriveWorld } from "../model/derive-world.ts";
import { digestOf } from "../cache/digest.ts";
import { isUnchanged, type Observation, type Recording, recordDisk } from "../cache/recording.ts";
import { openStore, type Store } from "../cache/store.ts";
import type { Artifact } from "../model/artifact.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import type { Disk, World } from "../model/world.ts";
import type { Built } from "./built.ts";

/** What some work read, and its result. */
interface WorkRecord<T> {
  readonly observations: readonly Observation[];
  /** Start of the work, in milliseconds. */
  readonly since: number;
  readonly value: T;
}

/** A stored build: the bytes of its artifacts are in the artifact store, by the names of their entries. */
interface KeptBuild {
  readonly diagnostics: readonly Diagnostic[];
  readonly built: readonly (Omit<Built, "artifacts"> & {
    readonly artifacts: readonly (Omit<Artifact, "bytes"> & { readonly entry: string })[];
  })[];
}

/** The store of artifact bytes. */
export interface ArtifactBytes {
  /** Notes that the entry of this name holds these bytes. */
  readonly note: (name: string, made: unknown) => void;
  readonly nameOf: (bytes: Uint8Array) => string | undefined;
  readonly read: (name: string) => Promise<Uint8Array | undefined>;
}

export function artifactBytes(store: Store): ArtifactBytes {
  const names = new WeakMap<Uint8Array, string>();
  const bytesOf = (made: unknown): Uint8Array | undefined =>
    (made as { value?: { artifact?: Artifact } } | undefined)?.value?.artifact?.bytes;
  return {
    note(name, made) {
      const bytes = bytesOf(made);
      if (bytes) names.set(bytes, name);
    },
    nameOf: (bytes) => names.get(bytes),
    async read(name) {
      const bytes = bytesOf((await store.find(name))?.value);
      if (bytes) names.set(bytes, name);
      return bytes;
    },
  };
}

/** Maximum size in bytes of all records together. */
const maxBytes = 32 * 2 ** 20;

/**
 * Opens the records of work: if everything that the work read is unchanged, its result is returned without doing the
 * work.
 */
export function openRecords(world: World) {
  const store = openStore(world, maxBytes, "records");
  /** Recordings in progress, so that a result taken from a record counts as read by the surrounding work. */
  const recordings = new WeakMap<Disk, Recording>();

  async function find<T>(name: string, seen: World): Promise<WorkRecord<T> | undefined> {
    const found = (await store.find(name))?.value as WorkRecord<T> | undefined;
    if (!found || !(await isUnchanged(world.disk, found.observations, found.since))) return undefined;
    recordings.get(seen.disk)?.add(found.observations);
    return found;
  }

  async function record<T>(seen: World, work: (seen: World) => Promise<T>) {
    const recording = recordDisk(seen.disk);
    recordings.set(recording.disk, recording);
    const since = world.clock.now().getTime();
    const value = await work(deriveWorld(seen, { disk: recording.disk }));
    return { value, since, observations: recording.isSpoilt() ? [] : recording.observations() };
  }

  return {
    /**
     * Remembers a small value that depends on files alone. A value that read no file is not stored: nothing would tell
     * when it is outdated.
     */
    async recall<T>(seen: World, key: unknown, work: (seen: World) => Promise<T>): Promise<T> {
      const name = digestOf(key);
      const found = await find<T>(name, seen);
      if (found) return found.value;
      const made = await record(seen, work);
      if (made.observations.length > 0) await store.keep(name, made);
      return made.value;
    },
    async build(
      seen: World,
      key: unknown,
      artifacts: ArtifactBytes,
      work: (seen: World) => Promise<Outcome<Built[]>>,
    ): Promise<Outcome<Built[]>> {
      const name = nameFor(key);
      if (name === undefined) return work(seen);
      const found = await find<KeptBuild>(name, seen);
      const revived = found && (await revive(found.value, artifacts));
      if (revived) return revived;
      const { value: outcome, ...made } = await record(seen, work);
      const isWhole =
        outcome.ok && outcome.diagnostics.every(({ severity, rule }) => severity !== "error" && rule !== "diagramTool");
      const keptBuild = isWhole ? toKept(outcome, artifacts) : undefined;
      if (keptBuild && made.observations.length > 0) await store.keep(name, { ...made, value: keptBuild });
      return outcome;
    },
    tidy: () => store.tidy(),
  };
}

/** Returns `undefined` where a configuration holds something without a digest. */
function nameFor(key: unknown): string | undefined {
  try {
    return digestOf(key);
  } catch {
    return undefined;
  }
}

/** Returns `undefined` where an artifact is not in the store: some input is not part of its key. */
function toKept(
  { value, diagnostics }: { readonly value: readonly Built[]; readonly diagnostics: readonly Diagnostic[] },
  { nameOf }: ArtifactBytes,
): KeptBuild | undefined {
  const built = value.map(({ artifacts, ...rest }) => ({
    ...rest,
    artifacts: artifacts.map(({ bytes, ...artifact }) => ({ ...artifact, entry: nameOf(bytes) ?? "" })),
  }));
  const isWhole = built.every(({ artifacts }) => artifacts.every(({ entry }) => entry !== ""));
  return isWhole ? { diagnostics, built } : undefined;
}

/** Returns `undefined` where the bytes of an artifact are no longer stored. */
async function revive(
  { built, diagnostics }: KeptBuild,
  { read }: ArtifactBytes,
): Promise<Outcome<Built[]> | undefined> {
  let isWhole = true;
  const reviveOne = async ({ entry, ...artifact }: KeptBuild["built"][number]["artifacts"][number]) => {
    const bytes = await read(entry);
    isWhole &&= bytes !== undefined;
    return { ...artifact, bytes: bytes ?? new Uint8Array() };
  };
  const revived = await Promise.all(
    built.map(async ({ artifacts, ...rest }): Promise<Built> => {
      return { ...rest, artifacts: await Promise.all(artifacts.map(reviveOne)) };
    }),
  );
  return isWhole ? succeed(revived, diagnostics) : undefined;
}
