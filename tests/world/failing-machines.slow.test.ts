import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { World } from "../../src/model/world.ts";
import { offprint, snapshot } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { killGroup } from "../../src/world/browser/start.ts";
import { shell } from "../../src/world/shell.ts";
import { realWorld } from "../../src/world/node.ts";

// Made once: each listens to the terminal.
const real = realWorld();

/** Processes with the group of the browser that this process has started. */
function browserProcesses(): { readonly id: number; readonly parent: number; readonly group: number }[] {
  const lines = execFileSync("ps", ["-eo", "pid=,ppid=,pgid=,stat="], { encoding: "utf8" }).trim().split("\n");
  const all = lines.map((line) => line.trim().split(/\s+/));
  return all
    .filter(([, , , state]) => !state?.startsWith("Z"))
    .map(([id, parent, group]) => ({ id: Number(id), parent: Number(parent), group: Number(group) }));
}

test("a frozen browser is killed, with all that it has started", async () => {
  const before = new Set(browserProcesses().map(({ id }) => id));
  const opened = await real.browsers.open({});
  if (!opened.ok) throw new Error("There is no browser.");
  const leader = browserProcesses().find(
    ({ id, parent, group }) => parent === process.pid && group === id && !before.has(id),
  );
  if (!leader) throw new Error("The browser leads no group.");
  const started = browserProcesses().filter(({ group }) => group === leader.id);
  expect(started.length).toBeGreaterThan(1);
  for (const { id } of started) process.kill(id, "SIGSTOP");
  await opened.value.close();
  await expect.poll(() => browserProcesses().filter(({ group }) => group === leader.id)).toEqual([]);
});

test("a browser that never answers is given up, with what it has started", async () => {
  // No other run of this test has the same.
  const sleep = `sleep 1234567.${process.pid}`;
  const folder = await temporaryFolder({ "silent.sh": `#!/bin/sh\n${sleep} &\nexec ${sleep}\n` });
  const path = join(folder, "silent.sh");
  await chmod(path, 0o755);
  const opened = await real.browsers.open({ path });
  expect(opened.diagnostics.map(({ message }) => message).join("\n")).toContain("did not answer in 30 seconds");
  const left = () => execFileSync("ps", ["-eo", "args="], { encoding: "utf8" }).split("\n").includes(sleep);
  await expect.poll(left).toBe(false);
});

test("a program that ignores the request to end is killed when its time is over", async () => {
  const script = "trap '' TERM; sleep 1234568 & wait";
  const { code, stderr } = await shell.run("sh", ["-c", script], { timeout: 300 });
  expect([code, stderr]).toEqual([-1, "sh was stopped: it did not end in time."]);
});

test("a browser that has ended by itself meanwhile is no fault", async () => {
  const program = spawn(process.execPath, ["--version"], { detached: true });
  await once(program, "exit");
  expect(() => killGroup(program.pid ?? 0)).not.toThrow();
});

/** The real browsers, of which those that print a document with these words are killed, or frozen, in the middle, so many times. */
function failing(
  signal: "SIGKILL" | "SIGSTOP",
  words: string,
  times: number,
): { browsers: World["browsers"]; opened: () => number } {
  const { browsers } = real;
  let [left, opened] = [times, 0];
  const open: World["browsers"]["open"] = async (options) => {
    const before = new Set(browserProcesses().map(({ id }) => id));
    const outcome = await browsers.open(options);
    opened += 1;
    if (!outcome.ok) return outcome;
    const mine = browserProcesses().find(
      ({ id, parent, group }) => parent === process.pid && group === id && !before.has(id),
    );
    const print: typeof outcome.value.print = (html, purpose) => {
      const printing = outcome.value.print(html, purpose);
      if (!html.includes(words) || left === 0 || !mine) return printing;
      left -= 1;
      for (const { id } of browserProcesses().filter(({ group }) => group === mine.id)) process.kill(id, signal);
      return printing;
    };
    return { ...outcome, value: { ...outcome.value, print } };
  };
  return { browsers: { ...browsers, open }, opened: () => opened };
}

const article = (title: string): string => `---\ntitle: ${title}\ndate: 2026-11-01\n---\n\nA text.\n`;
const texts = { "content/one/article.md": article("Alpha"), "content/two/article.md": article("Beta") };

test.each(["SIGKILL", "SIGSTOP"] as const)(
  "a browser that gets %s in mid-print is replaced, and all is made",
  async (signal) => {
    const folder = await temporaryFolder(texts);
    const build = ["build", "--format", "pdf", "--no-cache", "--out"];
    expect((await offprint(folder, [...build, "whole"])).code).toBe(0);
    const { browsers, opened } = failing(signal, "Alpha", 1);
    const { code, err } = await offprint(folder, [...build, "again"], { browsers });
    expect([code, err]).toEqual([0, expect.not.stringContaining("browserPrints")]);
    expect(opened()).toBe(2);
    expect(await snapshot(join(folder, "again"))).toEqual(await snapshot(join(folder, "whole")));
  },
);

test("an article that kills every browser is a finding of its own, and the others are made", async () => {
  const folder = await temporaryFolder(texts);
  const { browsers } = failing("SIGKILL", "Alpha", 99);
  const { code, err } = await offprint(folder, ["build", "--format", "pdf", "--no-cache", "--jobs", "1"], { browsers });
  expect(code).toBe(3);
  expect(err).toMatch(/one\/one\.pdf error The PDF could not be printed: .* browserPrints/);
  expect(err).not.toMatch(/two\/two\.pdf error/);
  expect((await readFile(join(folder, "dist/two/two.pdf"), "latin1")).slice(0, 5)).toBe("%PDF-");
});
