import { deriveWorld } from "../model/derive-world.ts";
import { digestOf } from "../cache/digest.ts";
import { isUnchanged, type Observation, type Recording, recordDisk } from "../cache/recording.ts";
import { openStore, type Store } from "../cache/store.ts";
import type { Artifact } from "../model/artifact.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { Disk, World } from "../model/world.ts";
import type { Built } from "./built.ts";
import { type Finish, finishAll } from "./finish.ts";

/** What some work read, and its result. */
interface WorkRecord<T> {
  readonly observations: readonly Observation[];
  /** Start of the work, in milliseconds. */
  readonly since: number;
  readonly value: T;
}

/** A stored build: its artifacts are in the artifact store, in the entries of these names. */
interface KeptBuild {
  readonly diagnostics: readonly Diagnostic[];
  readonly built: readonly (Omit<Built, "artifacts"> & { readonly entries: readonly string[] })[];
}

/** The entries of the artifact store. */
export interface ArtifactEntries {
  /** Notes that the entry of this name holds this. */
  readonly note: (name: string, made: unknown) => void;
  /** Returns the name of the entry of an artifact. */
  readonly nameOf: (artifact: ArtifactId) => string | undefined;
  readonly read: (name: string) => Promise<Artifact | undefined>;
}

type ArtifactId = Pick<Artifact, "path" | "sha256">;

export function artifactEntries(store: Store): ArtifactEntries {
  const names = new Map<string, string>();
  const keyOf = ({ path, sha256 }: ArtifactId): string => `${sha256} ${path}`;
  const artifactOf = (made: unknown): Artifact | undefined =>
    (made as { value?: { artifact?: Artifact } } | undefined)?.value?.artifact;
  const note = (name: string, made: unknown): Artifact | undefined => {
    const artifact = artifactOf(made);
    if (artifact) names.set(keyOf(artifact), name);
    return artifact;
  };
  return {
    note,
    nameOf: (artifact) => names.get(keyOf(artifact)),
    read: async (name) => note(name, (await store.find(name))?.value),
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
      artifacts: ArtifactEntries,
      work: (seen: World) => Promise<Outcome<Built[]>>,
      finish?: Finish,
    ): Promise<Outcome<Built[]>> {
      const name = nameFor(key);
      if (name === undefined) return work(seen);
      const found = await find<KeptBuild>(name, seen);
      const revived = found && (await revive(found.value, artifacts, finish));
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
  { nameOf }: ArtifactEntries,
): KeptBuild | undefined {
  const built = value.map((publication) => {
    const { artifacts: _, ...rest } = publication;
    return { ...rest, entries: rest.manifest.artifacts.map((entry) => nameOf(entry) ?? "") };
  });
  return built.some(({ entries }) => entries.includes("")) ? undefined : { diagnostics, built };
}

/** Returns `undefined` where an artifact is no longer stored. */
async function revive(
  { built, diagnostics }: KeptBuild,
  { read }: ArtifactEntries,
  finish: Finish | undefined,
): Promise<Outcome<Built[]> | undefined> {
  const revived: Built[] = [];
  for (const { entries, ...rest } of built) {
    const found = await Promise.all(entries.map(read));
    const artifacts = found.filter((artifact) => artifact !== undefined);
    if (artifacts.length < entries.length) return undefined;
    const finished = await finishAll(succeed([{ ...rest, artifacts }]), finish);
    if (!finished.ok) return fail(...diagnostics, ...finished.diagnostics);
    revived.push(...finished.value);
  }
  return succeed(revived, diagnostics);
}
