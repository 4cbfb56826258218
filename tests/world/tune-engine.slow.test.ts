import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../setup/run-script.ts";

/** Keeps much of what it makes for a while, as a build does, and prints the size of the young generation in MiB. */
const program = (start: string): string => `
  import v8 from "node:v8";
  ${start}
  const kept = [];
  for (let round = 0; round < 300; round += 1) {
    kept[round % 20] = Array.from({ length: 20_000 }, (_, index) => ({ index, name: "x" + index }));
    await new Promise((resolve) => setImmediate(resolve));
  }
  const young = v8.getHeapSpaceStatistics().find((space) => space.space_name === "new_space");
  console.log(young.space_size / 2 ** 20);
`;

function sizeWith(start: string): number {
  const module = ["--input-type=module", "--eval", program(start)];
  const { stdout, stderr } = spawnSync(process.execPath, module, { encoding: "utf8" });
  expect(stderr).toBe("");
  return Number(stdout);
}

test("the young generation of a build stays small, which V8 itself lets grow", () => {
  const tuned = `import { tuneEngine } from ${JSON.stringify(join(root, "src/world/tune-engine.ts"))}; tuneEngine();`;
  expect(sizeWith(tuned)).toBeLessThan(sizeWith(""));
});
