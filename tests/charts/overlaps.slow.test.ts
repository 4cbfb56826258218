import { beforeAll, describe, expect, test } from "vitest";
import { chartKinds, kinds } from "../../src/charts/kinds.ts";
import type { ChartLook } from "../../src/charts/look.ts";
import type { Plot } from "../../src/charts/plot.ts";
import { measureChart, overlapsIn } from "../support/chart-boxes.ts";
import { handoutLook } from "../support/chart-look.ts";

// No word of a chart lies on another, on a line or over the edge, at any width that an edition may ask for.

let look: ChartLook;
beforeAll(async () => {
  look = await handoutLook();
});

const widths = [260, 300, 343, 380, 440, 520, 610, 700];

const long = "Every single one of the applicants in their first year";

function plotOf(kind: Plot["kind"], xs: Plot["xs"], names: readonly string[], more: Partial<Plot> = {}): Plot {
  const series = names.map((label, place) => ({
    label,
    values: xs.map((_, index) => 1200 + 31.5 * index - 17 * place),
  }));
  const titles = { xTitle: "Year of the match", yTitle: "Applicants who matched", unit: undefined, language: "en" };
  return { kind, xs, series, ...titles, fromZero: kind !== "line", break: undefined, ...more };
}

function plotsOf(kind: Plot["kind"]): Record<string, Plot> {
  const most = kind === "bar" ? 1 : ["line", "dot"].includes(kind) ? 5 : 4;
  const groups = ["Non-US-citizen IMGs", "US-citizen IMGs", "US DO seniors", "US MD seniors", "All of them together"];
  const many = groups.slice(0, most);
  const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025];
  const crossing = many.map((label, place) => ({
    label,
    values: years.map((_, index) => Math.round(60 + 8 * Math.sin(index + place * 1.7))),
  }));
  const free = ["line", "dot"].includes(kind) ? { fromZero: false } : {};
  const shares = { unit: "%", yTitle: "Share that matched to a position in the first year" };
  const breaks =
    kind === "dot" ? {} : { break: { after: 2, label: "From here on the examination is reported as pass or fail" } };
  return {
    years: plotOf(kind, years, many),
    "lines that cross": plotOf(kind, years, many, { ...shares, series: crossing, ...free }),
    "a break": plotOf(kind, years, many, { ...shares, ...breaks, series: crossing }),
    "a break at the edge": plotOf(kind, years, many, kind === "dot" ? {} : { break: { after: 5, label: long } }),
    "long titles": plotOf(kind, years, many, { xTitle: long, yTitle: `${long}, ${long}`, unit: "hours" }),
    "long names": plotOf(kind, [long, "Short", "Internationalisation"], [long, ...many.slice(1)]),
    "many points": plotOf(
      kind,
      Array.from({ length: 40 }, (_, index) => 1980 + index),
      many,
    ),
    "values below zero": plotOf(kind, years, many.slice(0, 1), {
      series: [{ label: "Change", values: years.map((_, index) => (index - 3) * 4.5) }],
      fromZero: true,
    }),
    "large numbers": plotOf(kind, years, many.slice(0, 2), {
      series: many.slice(0, 2).map((label) => ({ label, values: years.map((year) => year * 12_345) })),
    }),
    "one point": plotOf(kind, [2025], many),
  };
}

describe.each(chartKinds)("a %s chart", (kind) => {
  test.each(Object.entries(plotsOf(kind)))("of %s", async (_, plot) => {
    const found: string[] = [];
    for (const width of widths) {
      const drawn = await measureChart(kinds[kind].draw(plot, { ...look, width }), { ...look, width });
      expect(drawn.words.length).toBeGreaterThan(2);
      if (Math.abs(drawn.width - width) > 14) found.push(`${width}: is ${drawn.width} wide`);
      found.push(...overlapsIn(drawn).map((overlap) => `${width}: ${overlap}`));
    }
    expect(found).toEqual([]);
  });
});
