import { describe, test } from "vitest";
import { expectHeld } from "../support/attack.ts";

const text = (spec: object): string =>
  `# T\n\n\`\`\`vega-lite\n${JSON.stringify({ usermeta: { caption: "C", summary: "S" }, ...spec })}\n\`\`\`\n\nKept.\n`;

const rows = (count: number) => ({ values: Array.from({ length: count }, (_, a) => ({ a, b: (a * 7) % 13 })) });
const x = { field: "a", type: "quantitative" };
const calculated = (calculate: string) => ({
  data: rows(3),
  transform: [{ calculate, as: "c" }],
  mark: "point",
  encoding: { x, y: { field: "c" } },
});
const expectChart = (spec: object, ...says: RegExp[]) =>
  expectHeld({ files: text(spec), has: ["Kept."], says, within: 60_000 });

describe("a chart that never ends is stopped, with a finding at its line", () => {
  const endless: Record<string, object> = {
    "a sequence in an expression": calculated("length(sequence(0, 1e9))"),
    "sequences in sequences": calculated("length(sequence(length(sequence(0, 4e9)), 8e9))"),
    pad: calculated("length(pad('a', 1e9, 'b'))"),
    "pads of pads": calculated("replace(pad(pad('a', 5e8, 'b'), 5.3e8, 'c'), 'x', 'y')"),
    test: calculated("test(/^(a+)+$/, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')"),
    replace: calculated("replace('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', /^(a|a)*$/, 'x')"),
    "a step of bins": {
      data: rows(9),
      mark: "bar",
      encoding: { x: { bin: { step: 1e-9 }, ...x }, y: { aggregate: "count" } },
    },
    "an extent of bins": {
      data: rows(9),
      mark: "bar",
      encoding: { x: { bin: { step: 1, extent: [0, 1e12] }, ...x }, y: { aggregate: "count" } },
    },
    "a domain without an end": {
      data: rows(9),
      mark: "point",
      encoding: { x: { ...x, scale: { domain: [0, 1e300] }, axis: { values: { expr: "sequence(0, 1e10)" } } } },
    },
    "ticks by an expression": {
      data: rows(9),
      mark: "point",
      encoding: { x: { ...x, axis: { tickCount: { expr: "1e9" } } } },
    },
    "days of a million years": {
      data: { values: [{ a: 0 }, { a: 8e15 }] },
      mark: "point",
      encoding: { x: { field: "a", type: "temporal", axis: { tickCount: "second" } } },
    },
    "an image of points": {
      data: rows(4000),
      transform: [{ flatten: ["l"] }],
      mark: "point",
      encoding: { x, y: { field: "b" } },
    },
  };
  test.each(Object.entries(endless))("%s", (_, spec) => expectChart(spec));
  test.each([rows(40), rows(2000)])("facets of facets %#", (data) =>
    expectChart({
      data,
      facet: { row: { field: "a" }, column: { field: "a" } },
      spec: { mark: "point", encoding: { x, y: { field: "b" } } },
    }),
  );
});
