import { expect, test } from "vitest";
import { spread } from "../../src/charts/labels.ts";
import { lineHeight } from "../../src/charts/look.ts";
import { decimalsOf, roundScale, writeNumber } from "../../src/charts/numbers.ts";

test.each([
  { wanted: [10, 10, 10], lines: [1, 1, 1] },
  { wanted: [230, 10, 238], lines: [1, 2, 3] },
  { wanted: [100, 101, 20, 99], lines: [2, 1, 1, 2] },
])("names at $wanted are separate and in order", ({ wanted, lines }) => {
  const placed = spread(wanted, lines, 250);
  const order = wanted.map((_, index) => index).toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  for (const [rank, index] of order.entries()) {
    const next = order[rank + 1];
    if (next === undefined) continue;
    const room = (((lines[index] ?? 0) + (lines[next] ?? 0)) / 2) * lineHeight;
    expect((placed[next] ?? 0) - (placed[index] ?? 0)).toBeGreaterThanOrEqual(room - 1e-9);
  }
  expect(
    Math.max(...placed.map((middle, index) => middle + ((lines[index] ?? 0) * lineHeight) / 2)),
  ).toBeLessThanOrEqual(250);
});

test("a name without neighbours keeps its preferred position", () => {
  expect(spread([30, 200], [1, 1], 250)).toEqual([30, 200]);
});

test.each([
  { values: [68, 83], fromZero: false, ticks: [65, 70, 75, 80, 85] },
  { values: [59.5, 70], fromZero: true, ticks: [0, 20, 40, 60, 80] },
  { values: [0.1, 0.3], fromZero: true, ticks: [0, 0.1, 0.2, 0.3] },
  { values: [-3, 4], fromZero: true, ticks: [-4, -2, 0, 2, 4] },
  { values: [5], fromZero: false, ticks: [5, 6] },
  { values: [0], fromZero: true, ticks: [0, 0.2] },
])("a scale for $values is round", ({ values, fromZero, ticks }) => {
  expect(roundScale(values, fromZero).ticks).toEqual(ticks);
});

test("numbers are written as the language writes them, all with as many places", () => {
  expect(decimalsOf([67, 67.25, null])).toBe(2);
  expect(writeNumber(67, "%", "en", 1)).toBe("67.0%");
  expect(writeNumber(67, "%", "fr", 1)).toMatch(/^67,0\s%$/);
  expect(writeNumber(1234.5, undefined, "de")).toBe("1.234,5");
});
