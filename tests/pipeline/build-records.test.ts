import { readFile, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { World } from "../../src/model/world.ts";
import { build } from "../../src/pipeline/build.ts";
import type { BuildRequest } from "../../src/pipeline/build-request.ts";
import { openBuildCache } from "../../src/pipeline/build-cache.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const article = (title: string): string =>
  `---\ntitle: ${title}\ndate: 2026-11-01\n---\n\nText of ${title}.\n\n::include{file=part.md}\n`;

const files = {
  "texts/one/article.md": article("One"),
  "texts/one/part.md": "A part.\n",
  "texts/two/article.md": article("Two"),
  "texts/two/part.md": "Another part.\n",
  "texts/three/article.md": article("Three"),
  "texts/three/part.md": "A third part.\n",
};

/** A world that lists the files whose bytes are read, the cache's own left out. */
function watchedWorld(folder: string, cacheFolder: string, now: string) {
  const here = worldIn(folder);
  const read: string[] = [];
  const world: World = {
    ...here,
    clock: { now: () => new Date(now) },
    host: { ...here.host, cacheFolder },
    browsers: { ...here.browsers, identify: () => Promise.resolve({ path: "/opt/browser", identity: "1" }) },
    disk: {
      ...here.disk,
      read: (path) => {
        if (!path.startsWith(cacheFolder)) read.push(path);
        return here.disk.read(path);
      },
    },
  };
  return { world, read };
}

async function begin() {
  const folder = await temporaryFolder(files);
  const cacheFolder = await temporaryFolder();
  const run = async (change: Partial<BuildRequest> = {}, now = "2027-01-24T12:00:00Z") => {
    const { world, read } = watchedWorld(folder, cacheFolder, now);
    const cache = openBuildCache(world, {});
    const request: BuildRequest = {
      sources: ["texts"],
      editions: ["web", "ebook"],
      config: {},
      toolVersion: "1",
      cache,
    };
    const outcome = await build(world, { pageList: false, ...request, ...change });
    return { outcome, read };
  };
  return { folder, run };
}

/** Old enough for its time to tell that it is as it was. */
async function age(folder: string): Promise<void> {
  const time = new Date("2026-11-01T00:00:00Z");
  await Promise.all(Object.keys(files).map((name) => utimes(join(folder, name), time, time)));
}

test("a build that nothing has changed for reads none of its files", async () => {
  const { folder, run } = await begin();
  await age(folder);
  const first = await run();
  expect(first.read.length).toBeGreaterThan(20);
  const second = await run();
  expect(second.read).toEqual([]);
  expect(second.outcome).toEqual(first.outcome);
});

test("when one text has changed, the others are not parsed again, and its includes count", async () => {
  const { folder, run } = await begin();
  await age(folder);
  await run();
  await writeFiles(folder, { "texts/two/part.md": "A changed part.\n" });
  const { outcome, read } = await run();
  expect(read.some((path) => path.endsWith("two/part.md"))).toBe(true);
  expect(read.filter((path) => path.endsWith("part.md") && !path.endsWith("two/part.md"))).toEqual([]);
  const page = outcome.ok ? outcome.value[2]?.artifacts[0]?.bytes : undefined;
  expect(new TextDecoder().decode(page)).toContain("A changed part.");
});

test("a file that is new, or gone, counts", async () => {
  const { folder, run } = await begin();
  await age(folder);
  await run();
  await writeFiles(folder, { "texts/one/glossary.yaml": "- term: part\n  definition: A piece.\n" });
  const { outcome } = await run();
  const page = outcome.ok ? outcome.value[0]?.artifacts[0]?.bytes : undefined;
  expect(new TextDecoder().decode(page)).toContain("A piece.");
  await writeFiles(folder, { "texts/four/article.md": article("Four"), "texts/four/part.md": "The fourth." });
  const more = await run();
  expect(more.outcome.ok && more.outcome.value.length).toBe(4);
});

test("a change that keeps size and time, made while the file was new, is seen", async () => {
  const { folder, run } = await begin();
  const path = join(folder, "texts/one/part.md");
  const { mtime } = await stat(path);
  const now = new Date(mtime.getTime() + 500).toISOString();
  await run({}, now);
  await writeFiles(folder, { "texts/one/part.md": "B part.\n" });
  await utimes(path, mtime, mtime);
  const { outcome } = await run({}, now);
  const page = outcome.ok ? outcome.value[0]?.artifacts[0]?.bytes : undefined;
  expect(new TextDecoder().decode(page)).toContain("B part.");
  expect(await readFile(path, "utf8")).toBe("B part.\n");
});

test.each([
  ["another day", { now: "2027-01-25T12:00:00Z" }],
  ["another edition", { change: { editions: ["web"] } }],
] as const)("%s is another build", async (_, { now, change }: { now?: string; change?: Partial<BuildRequest> }) => {
  const { folder, run } = await begin();
  await age(folder);
  await run();
  expect((await run(change, now)).read.length).toBeGreaterThan(5);
});

test("the bytes and the diagnostics are the same, however many publications are made at the same time", async () => {
  const { run } = await begin();
  const { cache: _, ...none } = { cache: undefined };
  const single = await run({ ...none, jobs: 1 });
  const many = await run({ ...none, jobs: 3 });
  expect(single.outcome.ok).toBe(true);
  expect(many.outcome).toEqual(single.outcome);
});
