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

describe("a chart that exceeds a limit is not drawn, with a finding at its line", () => {
  const asked: Record<string, object> = {
    "rows of a sequence": { data: { sequence: { start: 0, stop: 1e9 } }, mark: "point", encoding: { x } },
    "a sequence without an end": { data: { sequence: { start: 0, stop: 1, step: 0 } }, mark: "point", encoding: { x } },
    "a sequence of tiny steps": { data: { sequence: { start: 0, stop: 1, step: 1e-9 } }, mark: "point" },
    bins: { data: rows(9), mark: "bar", encoding: { x: { bin: { maxbins: 1e9 }, ...x }, y: { aggregate: "count" } } },
    ticks: { data: rows(9), mark: "point", encoding: { x: { ...x, axis: { tickCount: 1e9 } } } },
    "steps of a density": { data: rows(9), transform: [{ density: "a", steps: 1e9 }], mark: "line" },
    "the least steps of a density": { data: rows(9), transform: [{ density: "a", minsteps: 1e9 }], mark: "line" },
    quantiles: { data: rows(9), transform: [{ quantile: "a", step: 1e-9 }], mark: "line" },
    width: { data: rows(9), width: 1e9, mark: "point", encoding: { x } },
    height: { data: rows(9), height: 1e308, mark: "point", encoding: { x } },
    "columns of facets": { data: rows(9), facet: { field: "a" }, columns: 1e9, spec: { mark: "point" } },
  };
  test.each(Object.entries(asked))("%s", (_, spec) => expectChart(spec, /article\.md:3:1 .*chart(Drawn|Data|Shape)/));
});

test("a chart that never ends is stopped, with a finding at its line", () =>
  expectChart(
    calculated("test(/^(a+)+$/, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')"),
    /article\.md:3:1 .*chartDrawn Drawing this chart was stopped: it did not end in time/,
  ));

describe("a specification of the wrong shape is refused in words of its author", () => {
  const shapes: Record<string, object> = {
    "a layer that is a map": { data: rows(3), layer: { map: 1 } },
    "a layer that is a text": { data: rows(3), layer: "text" },
    "nothing to draw": { data: rows(3) },
    "a mark that is a number": { data: rows(3), mark: 5 },
    "a mark that is nothing": { data: rows(3), mark: null, encoding: { x } },
    "a mark that is a list": { data: rows(3), mark: ["point"] },
    "an encoding that is a text": { data: rows(3), mark: "point", encoding: "x" },
    "a channel that is a text": { data: rows(3), mark: "point", encoding: { x: "a" } },
    "a channel that is nothing": { data: rows(3), mark: "point", encoding: { x: null } },
    "a transform that is a map": { data: rows(3), transform: { calculate: "1" }, mark: "point" },
    "a transform that is nothing": { data: rows(3), transform: [null], mark: "point" },
    "an expression that is none": calculated("datum.("),
    "an expression that is empty": calculated(""),
    "a function that is none": calculated("fetch('https://example.org')"),
    "a prototype": calculated("datum.__proto__.x = 1"),
    "data that is a text": { data: "a.csv", mark: "point" },
    "data that is a list of lists": { data: { values: [[1], [[2]]] }, mark: "point", encoding: { x } },
    "a configuration that is a text": { data: rows(3), config: "x", mark: "point" },
    "a configuration of wrong kinds": {
      data: rows(3),
      config: { axis: 5, range: "no" },
      mark: "point",
      encoding: { x },
    },
    "concatenations that are maps": { data: rows(3), hconcat: {}, vconcat: 5 },
    "a repeat without a spec": { data: rows(3), repeat: ["a", "b"] },
    "a repeat that is a number": { data: rows(3), repeat: 5, spec: { mark: "point" } },
    "params that are a map": { data: rows(3), params: { a: 1 }, mark: "point" },
    "a selection of nothing": { data: rows(3), params: [{ name: "p", select: "x" }], mark: "point" },
    "an angle of names": { data: rows(3), mark: { type: "text", angle: { expr: "constructor" } } },
    "a name of Object": { data: rows(3), mark: "constructor", encoding: { toString: x, __proto__: x } },
    "a projection of nothing": { data: rows(3), projection: 5, mark: "geoshape" },
    "a title that is a number": { data: rows(3), title: 5, mark: "point", encoding: { x } },
    "a schema of another kind": { $schema: 5, data: rows(3), mark: "point", encoding: { x } },
  };
  test.each(Object.entries(shapes))("%s", (_, spec) => expectChart(spec));
});
