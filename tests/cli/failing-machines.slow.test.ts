import { execFileSync } from "node:child_process";
import { readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Manifest } from "../../src/config/manifest-file.ts";
import { offprint, snapshot } from "../support/command-line.ts";
import { leftBelow, type Machine, machineIn, spawnOffprint } from "../support/spawn-offprint.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";

// Whatever happens to a build: the output folder has the old publication or the new one, and nothing else is left.

const names = ["one", "two"];
const texts = (word: string): Record<string, string> =>
  Object.fromEntries(
    names.map((name) => [
      `content/${name}/article.md`,
      `---\ntitle: Text ${name}\ndate: 2026-11-01\nlanguage: en\n---\n\n## Part\n\nThis is ${word}.[^1]\n\n[^1]: A note.\n`,
    ]),
  );
const words = ["build", "--format", "html,pdf"];

type Files = Readonly<Record<string, string>>;
let old: Files;
let fresh: Files;

const distOf = ({ folder }: Machine): Promise<Files> => snapshot(join(folder, "dist"));

async function prepare(): Promise<void> {
  const folder = await temporaryFolder(texts("old"));
  expect((await offprint(folder, words)).code).toBe(0);
  old = await snapshot(join(folder, "dist"));
  // Over the old ones, so that it is said what has changed.
  await writeFiles(folder, texts("new"));
  expect((await offprint(folder, words)).code).toBe(0);
  fresh = await snapshot(join(folder, "dist"));
  expect(fresh).not.toEqual(old);
}

/** Without what tells of the past, which an output that was lost has not. */
const made = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => /\/(?:one|two)\./.test(path)));

let prepared: Promise<void> | undefined;

/** A machine on which the new texts are about to be built over the old output. */
async function machine(): Promise<Machine> {
  await (prepared ??= prepare());
  const before = Object.fromEntries(
    Object.entries(old).map(([path, bytes]) => [`dist/${path}`, Buffer.from(bytes, "latin1")]),
  );
  return machineIn(await temporaryFolder({ ...texts("new"), ...before }));
}

/** The files of one folder of the output. */
const part = (files: Files, name: string): [string, string][] =>
  Object.entries(files).filter(([path]) => (name === "" ? !path.includes("/") : path.startsWith(`${name}/`)));

/** Each publication, and the library, is the old one or the new one. */
function expectWhole(found: Files, what: string): void {
  for (const name of ["", ...names]) {
    const [now, before, after] = [part(found, name), part(old, name), part(fresh, name)].map((item) =>
      JSON.stringify(item),
    );
    expect(now === before || now === after, `${what}: "${name}" is neither old nor new`).toBe(true);
  }
}

/** What runs with the temporary folder of a machine: its browser. */
function strays({ temporary }: Machine): string[] {
  const lines = execFileSync("ps", ["-eo", "pid=,stat=,args="], { encoding: "utf8" }).split("\n");
  return lines.filter((line) => line.includes(temporary) && !/^\s*\d+ Z/.test(line));
}

async function expectNothingLeft(on: Machine): Promise<void> {
  await expect.poll(() => strays(on)).toEqual([]);
  expect(await leftBelow(join(on.folder, "dist"))).toEqual([]);
  expect(await readdir(on.temporary)).toEqual([]);
}

/** Equal seeds give equal numbers: Park and Miller's generator. */
function* random(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

/** How many signals are sent, and the seed of their times. */
const [signalled, seed] = [Number(process.env["KILL_POINTS"] ?? 30), Number(process.env["KILL_SEED"] ?? 20_261_129)];

test(`SIGINT, SIGTERM and SIGKILL at ${signalled} points of a build leave the old output or the new one`, async () => {
  const first = await machine();
  const start = performance.now();
  expect(await spawnOffprint(first, words).ended).toMatchObject({ code: 0 });
  let whole = performance.now() - start;
  expect(await distOf(first)).toEqual(fresh);
  await expectNothingLeft(first);
  const points = random(seed);
  const seen: string[] = [];
  const signals = ["SIGINT", "SIGTERM", "SIGKILL"] as const;
  // The first is slower or faster than the others where something else works too: until some came in the middle.
  const isMet = (): boolean => ["130", "SIGKILL"].every((end) => seen.includes(end));
  for (let index = 0; index < signalled || (!isMet() && index < 10 * signalled); index += 1) {
    const signal = signals[index % 3] ?? "SIGINT";
    const on = await machine();
    const { child, ended } = spawnOffprint(on, words);
    const began = performance.now();
    await wait(points.next().value * whole * 1.05);
    child.kill(signal);
    const { code, signal: by, err } = await ended;
    // The signal came too late.
    if (code === 0) whole = performance.now() - began;
    const what = `${signal} at point ${index}: ${code ?? by} ${err}`;
    seen.push(String(code ?? by));
    expectWhole(await distOf(on), what);
    await expect.poll(() => strays(on), { message: what }).toEqual([]);
    if (signal === "SIGKILL") continue;
    // Before the command is loaded, a signal ends the program at once.
    expect([0, 130, signal], what).toContain(code ?? by);
    if (code === 130) expect(err, what).toMatch(/Stopped\. Nothing was written\.\n$/);
    expect(await leftBelow(join(on.folder, "dist")), what).toEqual([]);
    expect(await readdir(on.temporary), what).toEqual([]);
  }
  expect(seen).toContain("130");
  expect(seen).toContain("SIGKILL");
  const counts = Map.groupBy(seen, (end) => end);
  console.log(
    `${seen.length} signals: ${Array.from(counts, ([end, all]) => `${all.length} ended with ${end}`).join(", ")}`,
  );
});

describe("a machine that lacks something", () => {
  test.each([
    // Bytes of a file, in blocks of 1,024: a page has about 150 of them.
    // A browser has the same limit, and would not even start.
    ["room for a file", "ulimit -f 60; trap '' XFSZ;", [], "html"],
    ["handles", "ulimit -n 28;", [], "html,pdf"],
    ["memory", "", ["--max-old-space-size=40"], "html,pdf"],
  ])("%s keeps the old output and reports the fault", async (_, before, flags, formats) => {
    const on = await machine();
    const { code, signal, err } = await spawnOffprint(on, ["build", "--format", formats], { before, flags }).ended;
    expect([code ?? signal, err]).not.toEqual([0, ""]);
    expect(code ?? signal).not.toBe(0);
    expect(err).toMatch(/too large|EFBIG|too many open files|EMFILE|out of memory|heap limit/i);
    expectWhole(await distOf(on), err);
    await expect.poll(() => strays(on)).toEqual([]);
    expect(await leftBelow(join(on.folder, "dist"))).toEqual([]);
    // The machine is well again.
    expect(await spawnOffprint(on, words).ended).toMatchObject({ code: 0 });
    expect(await distOf(on)).toEqual(fresh);
  });

  test("a clock that is in the past gives the same bytes", async () => {
    const on = await machine();
    const preload = join(on.folder, "past.mjs");
    await writeFile(
      preload,
      `const Real = Date; globalThis.Date = class extends Real {
  constructor(...given) { given.length === 0 ? super(Date.now()) : super(...given); }
  static now() { return Real.now() - 9_000 * 86_400_000; }
};`,
    );
    const { code } = await spawnOffprint(on, words, { flags: ["--import", preload] }).ended;
    expect(code).toBe(0);
    expect(await distOf(on)).toEqual(fresh);
    await expectNothingLeft(on);
  });
});

test("two builds at once into one folder both succeed, with one output", async () => {
  const on = await machine();
  const ends = await Promise.all([spawnOffprint(on, words).ended, spawnOffprint(on, words).ended]);
  expect(ends.map(({ code, err }) => [code, err.includes("error")])).toEqual([
    [0, false],
    [0, false],
  ]);
  expect(await distOf(on)).toEqual(fresh);
  await expectNothingLeft(on);
});

test("an output folder that is removed during a build is made again, or reported", async () => {
  for (const share of [0.5, 0.9]) {
    const on = await machine();
    const start = performance.now();
    await spawnOffprint(await machine(), words).ended;
    const whole = performance.now() - start;
    const { ended } = spawnOffprint(on, [...words, "--no-cache"]);
    await wait(whole * share);
    // The build goes on writing into it.
    await rm(join(on.folder, "dist"), { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
    const { code, err } = await ended;
    if (code !== 0) expect(err).toContain("outputWritable");
    expect(await spawnOffprint(on, words).ended).toMatchObject({ code: 0 });
    expect(made(await distOf(on))).toEqual(made(fresh));
    await expectNothingLeft(on);
  }
});

test("a damaged cache entry is not used: truncated, with flipped bits, with other words", async () => {
  const on = await machine();
  await spawnOffprint(on, words).ended;
  const remaining = (await readdir(on.cache, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("browsers"))
    .map((entry) => join(entry.parentPath, entry.name));
  expect(remaining.length).toBeGreaterThan(5);
  for (const [index, path] of remaining.entries()) {
    const bytes = await readFile(path);
    if (index % 3 === 0) await truncate(path, Math.floor(bytes.length / 2));
    else if (index % 3 === 1) await writeFile(path, '{"value": null}');
    else
      await writeFile(path, bytes.with(Math.floor(bytes.length / 2), (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 8));
  }
  await rm(join(on.folder, "dist"), { recursive: true });
  expect(await spawnOffprint(on, words).ended).toMatchObject({ code: 0 });
  expect(made(await distOf(on))).toEqual(made(fresh));
  await expectNothingLeft(on);
});

test("removes the leftovers of a killed build, and does not trust a hostile manifest", async () => {
  const on = await machine();
  const manifest = JSON.parse(await readFile(join(on.folder, "dist/one/manifest.json"), "utf8")) as Manifest;
  const artifacts = [{ ...manifest.artifacts[0], edition: "ebook", path: "../../content/one/article.md" }];
  await writeFiles(on.folder, {
    "dist/.offprint-Ab12Cd/one/one.html": "half",
    "dist/one/manifest.json": JSON.stringify({ ...manifest, artifacts, reports: artifacts }),
    "dist/two/manifest.json": '{"slug":{"__proto__":[]},"artifacts":'.padEnd(5_000, "["),
  });
  const later = { now: () => new Date(Date.now() + 3_600_000) };
  expect((await offprint(on.folder, words, { clock: later })).code).toBe(0);
  expect(made(await distOf(on))).toEqual(made(fresh));
  expect(await leftBelow(join(on.folder, "dist"))).toEqual([]);
});
