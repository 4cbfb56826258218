import { widest, wrap } from "./labels.ts";
import { type ChartLook, lineHeight } from "./look.ts";
import { type Part, words } from "./marks.ts";
import { writeNumber } from "./numbers.ts";
import type { Plot } from "./plot.ts";

/** Returns the labels below the axis: every point's name, or every second, third … where they would touch. */
export function namePoints(
  { xs, language }: Plot,
  look: ChartLook,
  xOf: (index: number) => number,
  step: number,
  top: number,
  /** The picture's left and right edges, relative to the plot's left edge. */
  edges: readonly [left: number, right: number],
): { readonly parts: readonly Part[]; readonly height: number } {
  const names = xs.map((value) => wrap(nameOf(value, language), look.regular, step - 8));
  const widths = names.map((lines) => widest(lines, look.regular));
  const last = xs.length - 1;
  // Centred below its point, or as close as the picture's edges allow.
  const middle = (index: number): number => {
    const half = (widths[index] ?? 0) / 2;
    return Math.max(edges[0] + half, Math.min(edges[1] - half, xOf(index)));
  };
  const indexesAt = (every: number) => names.flatMap((_, index) => ((last - index) % every === 0 ? [index] : []));
  const touch = (left: number, right: number) =>
    middle(right) - middle(left) < ((widths[left] ?? 0) + (widths[right] ?? 0)) / 2 + 8;
  const everies = names.map((_, index) => index + 1);
  const isFree = (every: number) =>
    indexesAt(every).every((index, at, all) => at === 0 || !touch(all[at - 1] ?? 0, index));
  const shown = indexesAt(everies.find(isFree) ?? 1);
  const parts = shown.map((index) => {
    return words(names[index] ?? [], middle(index), top + 8, {
      colour: look.ink.light,
      align: "center",
      baseline: "top",
    });
  });
  return { parts, height: Math.max(...shown.map((index) => names[index]?.length ?? 0)) * lineHeight };
}

/** Returns a point's name; years have no thousands separator. */
export function nameOf(value: string | number, language: string): string {
  const isYear = Number.isInteger(value) && Number(value) >= 1000 && Number(value) < 3000;
  return typeof value === "string" || isYear ? String(value) : writeNumber(value, undefined, language);
}
