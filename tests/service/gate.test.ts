import { expect, test } from "vitest";
import { Full, openGate } from "../../src/service/gate.ts";

test("lets as many pass and wait as configured, and refuses others", async () => {
  const gate = openGate(2, 1);
  const ends = [0, 1, 2].map(() => Promise.withResolvers<void>());
  const passed = ends.map(({ promise }) => gate.pass(() => promise));
  expect([gate.active(), gate.waiting()]).toEqual([2, 1]);
  await expect(gate.pass(() => Promise.resolve())).rejects.toThrow(Full);
  ends[0]?.resolve();
  await passed[0];
  expect([gate.active(), gate.waiting()]).toEqual([2, 0]);
  ends[1]?.reject(new Error("broken"));
  await expect(passed[1]).rejects.toThrow("broken");
  ends[2]?.resolve();
  await passed[2];
  expect([gate.active(), gate.waiting()]).toEqual([0, 0]);
});
