import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { realWorld } from "../../src/world/node.ts";

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
  const opened = await realWorld().browsers.open({});
  if (!opened.ok) throw new Error("There is no browser.");
  const leader = browserProcesses().find(
    ({ id, parent, group }) => parent === process.pid && group === id && !before.has(id),
  );
  if (!leader) throw new Error("The browser leads no group.");
  const started = browserProcesses().filter(({ group }) => group === leader.id);
  expect(started.length).toBeGreaterThan(1);
  for (const { id } of started) process.kill(id, "SIGSTOP");
  await opened.value.close();
  await expect
    .poll(() => browserProcesses().filter(({ group }) => group === leader.id), { timeout: 10_000 })
    .toEqual([]);
});
