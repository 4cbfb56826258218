import { expect, test } from "vitest";
import { type Frame, namesAtEnds } from "../../src/charts/frame.ts";
import { handoutLook } from "../support/chart-look.ts";

const frame: Frame = { width: 300, height: 200, top: 0, left: 0, right: 0, bottom: 0 };
const signs = ["One", "Two"].map((label) => ({ label, shape: "circle", size: 60, fill: "#000000", stroke: "#000000" }));

test.each([
  ["level with the ends of lines stand without signs", [40, 120], true, 2],
  ["moved from the ends of lines have signs", [40, 42], true, 4],
  ["at layers have signs", [40, 120], false, 4],
] as const)("names %s", async (_, heights, isPlain, parts) => {
  expect(namesAtEnds(signs, heights, frame, await handoutLook(), isPlain)).toHaveLength(parts);
});
