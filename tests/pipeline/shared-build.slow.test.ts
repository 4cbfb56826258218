import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { root } from "../setup/run-script.ts";
import { snapshot } from "../support/command-line.ts";
import { type Database, startPostgres } from "../support/postgres.ts";
import { startS3 } from "../support/s3-server.ts";
import { temporaryFolder } from "../support/temporary.ts";

const titles = Number(process.env["QUEUE_TITLES"] ?? 8);
const text = (index: number): string =>
  `---\nlanguage: en\ndate: 2026-11-01\ncontents: true\n---\n\n# Title ${index}\n\n## Part\n\nWords.[^1]\n\n![A square](../square.svg)\n\n[^1]: A note.\n`;
const square = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>`;
const project = {
  "content/square.svg": square,
  "offprint.config.ts": `export default { readingGrade: 12 };\n`,
  ...Object.fromEntries(
    Array.from({ length: titles }, (_, index) => [`content/title-${index}/article.md`, text(index)]),
  ),
};

let database: Database;
beforeAll(async () => {
  database = await startPostgres();
});
afterAll(() => database.stop());

function start(folder: string, words: readonly string[], variables: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [join(root, "src/main.ts"), ...words], {
    cwd: folder,
    env: { ...process.env, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
    // Processes of its own group end with it.
    detached: true,
  });
  let printed = "";
  const hear = (piece: unknown): void => void (printed += String(piece));
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  onTestFinished(() => kill(child));
  return { child, ended: once(child, "exit"), printed: () => printed };
}

function kill({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, "SIGKILL");
}

async function run(folder: string, words: readonly string[], variables?: NodeJS.ProcessEnv): Promise<string> {
  const { ended, printed } = start(folder, words, variables);
  const [code] = (await ended) as [number];
  expect(code, printed()).toBe(0);
  return printed();
}

test("workers of which one is killed make the library that one machine makes, from projects in different folders", async () => {
  const [folder, away] = [await temporaryFolder(project), await temporaryFolder(project)];
  const build = ["build", "--no-cache", "--format", "html,pdf", "--out"];
  await run(folder, [...build, "alone"]);
  // Both see the output folder.
  const shared = join(folder, "shared");
  const worker = ["work", database.url, "--jobs", "1", "--store", folder];
  const [lasting, killed] = [start(folder, worker), start(away, worker)];
  const building = start(folder, [...build, shared, "--queue", database.url]);
  // Whoever of the two was sooner.
  const made = (): number => `${lasting.printed()}\n${killed.printed()}`.match(/ made$/gm)?.length ?? 0;
  await expect.poll(made).toBeGreaterThan(1);
  kill(killed.child);
  const [code] = (await building.ended) as [number];
  expect(code, building.printed()).toBe(0);
  lasting.child.kill("SIGTERM");
  expect(await lasting.ended, lasting.printed()).toEqual([0, null]);
  expect(await readdir(shared)).not.toContainEqual(expect.stringContaining(".queue"));
  const [alone, together] = [await snapshot(join(folder, "alone")), await snapshot(shared)];
  expect(Object.keys(together)).toEqual(Object.keys(alone));
  expect(Object.keys(alone).filter((path) => together[path] !== alone[path])).toEqual([]);
});

test("artifacts of workers come through a bucket, and workers with another text or picture are reported", async () => {
  const server = await startS3();
  const [folder, away] = [await temporaryFolder(project), await temporaryFolder()];
  try {
    await cp(folder, away, { recursive: true });
    const store = ["--store", "s3://bucket/parcels"];
    const build = [
      "build",
      "content/title-0",
      "content/title-1",
      "--root",
      "content",
      "--no-cache",
      "--format",
      "html",
      "--out",
    ];
    await run(folder, [...build, "alone"]);
    const worker = start(away, ["work", database.url, "--jobs", "1", ...store], server.variables);
    await run(folder, [...build, "bucket", "--queue", database.url, ...store], server.variables);
    expect(await snapshot(join(folder, "bucket"))).toEqual(await snapshot(join(folder, "alone")));
    expect([...server.objects.keys()]).toEqual([]);
    await writeFile(join(folder, "content/square.svg"), square.replaceAll("9", "8"));
    const odd = start(folder, [...build, "odd", "--queue", database.url, ...store], server.variables);
    expect(await odd.ended).toEqual([3, null]);
    expect(odd.printed()).toContain("the worker has another content/square.svg");
    worker.child.kill("SIGTERM");
    expect(await worker.ended, worker.printed()).toEqual([0, null]);
  } finally {
    await server.stop();
  }
});
