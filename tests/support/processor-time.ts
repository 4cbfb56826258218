import { readFile } from "node:fs/promises";
import { expect } from "vitest";

/** The milliseconds of work done by this process so far: unlike the clock, they do not grow while others have the processor. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Does work that must not take more than these milliseconds of this process, however many others there are. */
export async function within(milliseconds: number, work: () => unknown): Promise<void> {
  const before = processorTime();
  await work();
  expect(processorTime() - before).toBeLessThan(milliseconds);
}

/** The milliseconds of work done by another process so far; zero where the system has no /proc (proc_pid_stat(5)). */
export async function processorTimeOf(id: number | undefined): Promise<number> {
  const text = await readFile(`/proc/${id}/stat`, "latin1").catch(() => "");
  // Fields 14 and 15, in hundredths of a second; the second is the name, which may have spaces.
  const [user = 0, system = 0] = (text.split(") ").at(-1) ?? "").split(" ").slice(11, 13).map(Number);
  return (user + system) * 10;
}
