import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { root } from "../setup/run-script.ts";
import { temporaryFolder } from "../support/temporary.ts";

const requests = 240;
const capacity = 6;

const article = (index: number): string =>
  `---\nlanguage: en\ndate: 2026-11-01\n---\n\n# Text ${index}\n\n${"Words. ".repeat(200)}\n`;

/** Resident memory in MiB, where the system tells. */
async function memoryOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

test("at twice its capacity a service loses nothing and its memory stays flat", async () => {
  const folder = await temporaryFolder();
  const options = ["serve", "--port", "0", "--jobs", "2", "--waiting", String(capacity - 2)];
  const service = spawn(process.execPath, [join(root, "src/main.ts"), ...options], {
    cwd: folder,
    stdio: ["ignore", "pipe", "ignore"],
  });
  onTestFinished(() => void service.kill("SIGKILL"));
  const ended = once(service, "exit");
  const [line] = (await once(createInterface(service.stdout), "line")) as [string];
  const url = /http:\S+/.exec(line)?.[0] ?? "";
  const times: number[] = [];
  let refused = 0;
  let next = 0;
  const memory: number[] = [];
  /** A client that comes again when it is told to, though sooner. */
  const client = async (): Promise<void> => {
    while (next < requests) {
      const index = next;
      next += 1;
      for (;;) {
        const began = performance.now();
        const headers = { "content-type": "text/markdown", accept: "text/html" };
        const response = await fetch(`${url}/documents`, { method: "POST", headers, body: article(index) });
        const body = await response.text();
        if (response.status === 503) {
          refused += 1;
          await new Promise((resolve) => setTimeout(resolve, 200));
          continue;
        }
        expect(response.status).toBe(200);
        expect(body).toContain(`Text ${index}<`);
        times.push(performance.now() - began);
        break;
      }
      if (times.length % 20 === 0) memory.push(await memoryOf(service.pid));
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: 2 * capacity }, client));
  const seconds = (performance.now() - began) / 1000;
  service.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  expect(times).toHaveLength(requests);
  expect(refused).toBeGreaterThan(0);
  const sorted = times.toSorted((a, b) => a - b);
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  console.log(
    `${requests} documents in ${seconds.toFixed(1)} s (${(requests / seconds).toFixed(1)}/s), 95th percentile ${p95.toFixed(0)} ms, ` +
      `${refused} answers of 503, memory ${memory.map((number) => number.toFixed(0)).join(" ")} MiB`,
  );
  const early = Math.max(...memory.slice(2, 5));
  expect(Math.max(...memory.slice(-3))).toBeLessThan(early * 1.25 + 50);
});
