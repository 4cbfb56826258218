import { expect, test } from "vitest";
import { deriveWorld } from "../../src/model/derive-world.ts";
import type { World } from "../../src/model/world.ts";
import { worldIn } from "../support/world.ts";

test("a derived world has its own parts, and reads the others from the first on access", () => {
  let reads = 0;
  const first: World = Object.defineProperty({ ...worldIn("/first") }, "interrupted", {
    get: () => Promise.resolve(void (reads += 1)),
  });
  const { disk } = worldIn("/second");
  const derived = deriveWorld(deriveWorld(first, { disk }), { host: { ...first.host, workingFolder: "/third" } });
  expect(derived.disk).toBe(disk);
  expect(derived.host.workingFolder).toBe("/third");
  expect(derived.clock).toBe(first.clock);
  expect(reads).toBe(0);
  void derived.interrupted;
  expect(reads).toBe(1);
});
