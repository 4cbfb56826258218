import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { drawChart } from "../../src/charts/draw.ts";
import { chartKinds, kinds } from "../../src/charts/kinds.ts";
import type { ChartLook } from "../../src/charts/look.ts";
import type { Part } from "../../src/charts/marks.ts";
import type { Plot } from "../../src/charts/plot.ts";
import { printDiagnostics } from "../support/prepare.ts";
import { handoutLook } from "../support/chart-look.ts";

let look: ChartLook;
beforeAll(async () => {
  look = await handoutLook();
});

const long = "Every single one of the applicants in their first year";

function plotOf(kind: Plot["kind"], xs: Plot["xs"], names: readonly string[]): Plot {
  const series = names.map((label, place) => ({
    label,
    values: xs.map((_, index) => 1200 + 31.5 * index + 7 * place),
  }));
  const unordered = kind === "dot" ? undefined : { after: 1, label: `After this, ${long} is counted in another way` };
  const titles = { xTitle: long, yTitle: `${long}, ${long}`, unit: "hours", language: "en" };
  return { kind, xs, series, ...titles, fromZero: kind !== "line", break: xs.length > 2 ? unordered : undefined };
}

async function draw(spec: Part): Promise<string> {
  const drawn = await drawChart(spec, look, {});
  if (!drawn.ok) throw new Error(printDiagnostics(drawn.diagnostics));
  return drawn.value;
}

/** Whether nothing is drawn in the outermost three pixels. */
async function hasClearEdge(svg: string): Promise<boolean> {
  const { data, info } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true });
  const isEdge = (at: number) => {
    const [x, y] = [((at / info.channels) % info.width) | 0, Math.floor(at / info.channels / info.width)];
    return Math.min(x, y, info.width - 1 - x, info.height - 1 - y) < 3;
  };
  return data.every((value, at) => value > 250 || !isEdge(at));
}

describe.each(chartKinds)("a %s chart", (kind) => {
  const many = kind === "bar" ? ["One"] : ["Applicants of the first group", "Another", "A third"];
  const plots: Record<string, Plot> = {
    years: plotOf(kind, [2019, 2020, 2021, 2025], many),
    "long names": plotOf(kind, [long, "Short", "Another of them that is long"], many),
    "many points": plotOf(
      kind,
      Array.from({ length: 40 }, (_, index) => 1980 + index),
      many,
    ),
    "two points": plotOf(kind, ["one", "the other"], many.slice(0, 1)),
  };

  test.each(Object.keys(plots))("of %s keeps all its words, as outlines, inside the picture", async (name) => {
    const svg = await draw(kinds[kind].draw(plots[name] as Plot, look));
    expect(svg).not.toContain("<text");
    expect(svg).not.toContain("NaN");
    expect(await hasClearEdge(svg)).toBe(true);
  });

  test("is drawn alike every time", async () => {
    const spec = kinds[kind].draw(plots["years"] as Plot, look);
    expect(await draw(spec)).toBe(await draw(spec));
  });
});

test("distinguishes a chart whose words reach the edge from one whose words do not", async () => {
  const svg = await draw({
    padding: 0,
    mark: { type: "text", text: "MMM" },
    data: { values: [{}] },
    width: 20,
    height: 9,
  });
  expect(await hasClearEdge(svg)).toBe(false);
});

describe("a line", () => {
  const plot: Plot = {
    ...plotOf("line", [2019, 2020, 2021, 2022, 2023], []),
    series: [{ label: "One", values: [1, 2, null, 4, 5] }],
    break: { after: 3, label: "new" },
  };
  const pathsOf = (svg: string) =>
    Array.from(svg.matchAll(/aria-roledescription="line mark"[^>]*d="([^"]*)"/g), ([, path = ""]) => path);

  test("has a hole at a gap and does not cross a break", async () => {
    const moves = pathsOf(await draw(kinds.line.draw(plot, look)))
      .join("")
      .match(/M/g);
    // 2019 to 2020, 2022 alone, and 2023 alone after the break.
    expect(moves).toHaveLength(3);
  });

  test("is one line without gaps and without a break", async () => {
    const whole = { ...plot, series: [{ label: "One", values: [1, 2, 3, 4, 5] }], break: undefined };
    expect(
      pathsOf(await draw(kinds.line.draw(whole, look)))
        .join("")
        .match(/M/g),
    ).toHaveLength(1);
  });
});

describe("a specification of one's own", () => {
  const base = { mark: "bar", encoding: { x: { field: "a" } } };

  test.each([
    ["a file of the machine", { url: { expr: "'file:///etc/hostname'" } }],
    ["an address", { url: { expr: "'https://example.org/a.csv'" } }],
  ])("loads nothing from %s", async (_, data) => {
    const drawn = await drawChart({ ...base, data: { ...data, format: { type: "csv" } } }, look, {});
    expect(drawn.ok).toBe(false);
    expect(printDiagnostics(drawn.diagnostics)).toMatch(/ warning chartDrawn .* must not contain links or load files/);
  });

  test.each([
    ["a link", { mark: "point", encoding: { href: { value: "https://example.org/" } } }],
    ["a picture", { mark: "image", encoding: { url: { value: "file:///etc/hostname" } } }],
  ])("is refused for %s", async (_, layer) => {
    const drawn = await drawChart({ ...layer, data: { values: [{}] } }, look, {});
    expect(drawn.ok).toBe(false);
    expect(printDiagnostics(drawn.diagnostics)).toMatch(/ warning chartDrawn .* must not contain links or load files/);
  });

  test("with random numbers is drawn alike every time", async () => {
    const transform = [{ calculate: "random()", as: "b" }];
    const encoding = { x: { field: "b", type: "quantitative", scale: { domain: [0, 1] } } };
    const spec = { mark: "point", data: { values: [{ a: 1 }, { a: 2 }] }, transform, encoding };
    expect(await draw(spec)).toBe(await draw(spec));
  });

  test("runs no code: an expression reaches nothing but Vega's own functions", async () => {
    const calculate = "datum.constructor.constructor('return process')()";
    const spec = { ...base, data: { values: [{ a: 1 }] }, transform: [{ calculate, as: "b" }] };
    const drawn = await drawChart(spec, look, {});
    expect(drawn.ok).toBe(false);
    expect(printDiagnostics(drawn.diagnostics)).toMatch(/ warning chartDrawn .* Illegal callee type/);
  });
});
