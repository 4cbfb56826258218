import { join } from "node:path";
import { serialize } from "node:v8";
import { describe, expect, test } from "vitest";
import type { Browser } from "../../src/model/browser.ts";
import { fail, type Outcome, succeed } from "../../src/model/outcome.ts";
import { QueueFailed, type QueuedResult, type WorkQueue } from "../../src/model/work-queue.ts";
import type { BuildRequest } from "../../src/pipeline/build-request.ts";
import { findSources } from "../../src/pipeline/find-sources.ts";
import { openWorkers } from "../../src/pipeline/workers/build-by-workers.ts";
import { digestOfSource, identifyBuild } from "../../src/pipeline/workers/queued-build.ts";
import { type BuildWorker, openBuild } from "../../src/pipeline/workers/work-build.ts";
import { sha256Of } from "../../src/model/sha256.ts";
import { memoryFolder } from "../support/memory-disk.ts";
import { worldOf } from "../support/world.ts";

const text = "---\nlanguage: en\ndate: 2026-01-01\n---\n\n# T\n\nWords.\n";
const request: BuildRequest = { sources: ["text"], editions: ["web"], config: {}, toolVersion: "0.0.0" };

async function begin() {
  const world = worldOf({ "text/article.md": text });
  const found = await findSources(world, ["text"]);
  const [source] = found.ok ? found.value : [];
  if (!source) throw new Error("there is no source");
  return { world, source };
}

describe("a worker", () => {
  async function ask(changes: {
    readonly id?: string;
    readonly config?: BuildWorker["config"];
    readonly printer?: string;
    readonly browser?: string | null;
    readonly slug?: string;
    readonly sha256?: string;
  }) {
    const { world, source } = await begin();
    const opened: Outcome<Browser> =
      changes.browser === null ? fail() : succeed({ version: changes.browser ?? "1" } as Browser);
    const worker: BuildWorker = {
      world,
      config: changes.config ?? {},
      toolVersion: "0.0.0",
      plugins: [],
      crew: { make: () => Promise.resolve({ outcome: succeed([]), stages: [] }), end: () => Promise.resolve() },
      outputFolder: (folder) => Promise.resolve({ disk: world.disk, folder: join(memoryFolder, folder) }),
      browser: () => Promise.resolve(opened),
    };
    const make = await openBuild(worker, {
      kind: "build",
      id: changes.id ?? (await identifyBuild(world, request)),
      ...(changes.printer !== undefined && { browser: changes.printer }),
      sources: ["text"],
      editions: ["web"],
      isCached: false,
      folder: "parcels",
    });
    const { name } = await make({ slug: changes.slug ?? "text", sha256: changes.sha256 ?? digestOfSource(source) });
    return sha256Of(await world.disk.read(join(memoryFolder, "parcels", name))) === name;
  }

  test("makes what it would make alike", async () => {
    expect(await ask({})).toBe(true);
    expect(await ask({ printer: "1" })).toBe(true);
  });

  test.each([
    ["build", { id: "0".repeat(64) }, "another configuration, version of Offprint"],
    ["configuration", { config: { readingGrade: 12 } }, "another configuration, version of Offprint"],
    ["browser", { printer: "1", browser: "2" }, "another browser"],
    ["no browser", { printer: "1", browser: null }, "another browser"],
    ["text", { sha256: "0".repeat(64) }, "another text"],
    ["publication", { slug: "other" }, "another text"],
  ])("refuses another %s", async (_, changes, says) => {
    await expect(ask(changes)).rejects.toThrow(says);
  });
});

describe("who planned the build", () => {
  interface Parcel {
    readonly seen?: readonly { readonly of: "project"; readonly path: string; readonly was: string | boolean }[];
    readonly history?: string;
    /** What is in the store in its place; nothing where it is null. */
    readonly stored?: Uint8Array | null;
    readonly result?: Partial<QueuedResult>;
    /** The queue has lost the job, or fails with this message. */
    readonly isLost?: true | string;
  }

  async function take({ seen, history, stored, result, isLost }: Parcel): Promise<Outcome<unknown> | undefined> {
    const { world, source } = await begin();
    const built = { manifest: { modified: { from: "commit" } } };
    const parcel = serialize({ outcome: succeed([built]), stages: [], seen, history });
    const name = sha256Of(parcel);
    const results: QueuedResult[] = [];
    const nothing = (): Promise<void> => Promise.resolve();
    const queue: WorkQueue = {
      announce: nothing,
      commonOf: () => Promise.resolve({}),
      enqueue: async ([job]) => {
        if (job && isLost === undefined) results.push({ key: job.key, data: { name }, ...result });
        await nothing();
      },
      takeResults: async (run, keep) => {
        if (typeof isLost === "string") throw new QueueFailed(isLost);
        const parcels = join(memoryFolder, `.queue-${run.slice(0, 16)}`);
        await world.disk.makeFolder(parcels);
        if (stored !== null) await world.disk.write(join(parcels, name), stored ?? parcel);
        const some = results.splice(0);
        await keep(some);
        return some.length;
      },
      isPending: () => Promise.resolve(isLost === undefined),
      forget: nothing,
      work: nothing,
      state: () => Promise.resolve({ runs: [] }),
      close: nothing,
    };
    const shared = { queue, disk: world.disk, folder: memoryFolder };
    const http = { ...world.http, wait: nothing };
    const workers = await openWorkers({ ...world, http }, request, [source], shared);
    const made = workers.make(0, source, () => undefined);
    await workers.end();
    return made;
  }

  test("takes a parcel for which the same was read", async () => {
    const seen = [
      { of: "project", path: "text/article.md", was: sha256Of(new TextEncoder().encode(text)) },
      { of: "project", path: "text/glossary.yaml", was: false },
    ] as const;
    expect(await take({ seen })).toMatchObject({ ok: true });
  });

  test.each<[string, Parcel, string]>([
    ["the run was deleted", { isLost: true }, "its jobs are not in the queue any more"],
    ["the database was emptied", { isLost: "Queue x does not exist" }, "Queue x does not exist"],
  ])("does not wait without end where %s", async (_, parcel, says) => {
    const made = await take(parcel);
    expect(made?.ok).toBe(false);
    expect(made?.diagnostics).toMatchObject([
      { rule: "queueReached", message: `The queue failed during the run: ${says}.` },
    ]);
  });

  test.each<[string, Parcel, string]>([
    ["that is not there", { stored: null }, "what a worker made is not in the store"],
    ["with other bytes", { stored: new Uint8Array([1, 2]) }, "what a worker made is not in the store"],
    [
      "of another file",
      { seen: [{ of: "project", path: "text/article.md", was: "0".repeat(64) }] },
      "the worker has another text/article.md",
    ],
    [
      "of a file that is only there",
      { seen: [{ of: "project", path: "text/facts.yaml", was: true }] },
      "the worker has another text/facts.yaml",
    ],
    ["of another history", { history: "abc" }, "the worker has another history of commits"],
    ["that failed", { result: { failure: "no browser" } }, "no browser"],
  ])("refuses a parcel %s", async (_, parcel, says) => {
    const made = await take(parcel);
    expect(made?.ok).toBe(false);
    expect(made?.diagnostics[0]?.message).toBe(`No worker could make "text": ${says}.`);
  });
});
