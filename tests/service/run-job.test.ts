import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { openGate } from "../../src/service/gate.ts";
import { createJobs } from "../../src/service/run-job.ts";
import { worldIn } from "../support/world.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

test("what a job has made is let go once it is answered, long before its time is over", async () => {
  const observed: number[] = [];
  const metrics = { observe: (seconds: number) => void observed.push(seconds) } as never;
  const jobs = createJobs(worldIn("."), openGate(1, 9), metrics, 3600);
  const made: WeakRef<object>[] = [];
  const run = (): Promise<unknown> =>
    jobs.run((signal) => {
      const result = { bytes: new Uint8Array(1000) };
      made.push(new WeakRef(result));
      // As a build does, which keeps what it works on as long as it can be stopped.
      signal.addEventListener("abort", () => void result.bytes.fill(0));
      return Promise.resolve(result);
    });
  for (let count = 0; count < 20; count += 1) await run();
  await jobs.settle();
  await expect
    .poll(() => {
      collectGarbage();
      return made.filter((reference) => reference.deref() !== undefined).length;
    })
    .toBeLessThanOrEqual(1);
  expect(observed).toHaveLength(20);
});
