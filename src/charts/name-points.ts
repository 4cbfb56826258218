import { widest, wrap } from "./labels.ts";
import { type ChartLook, lineHeight } from "./look.ts";
import { type Part, words } from "./marks.ts";
import { writeNumber } from "./numbers.ts";
import type { Plot } from "./plot.ts";

/** What stands below the axis: every point's name, or every second, third … where they would touch. */
export function namePoints(
  { kind, xs, language }: Plot,
  look: ChartLook,
  xOf: (index: number) => number,
  step: number,
  top: number,
): { readonly parts: readonly Part[]; readonly height: number } {
  const names = xs.map((value) => wrap(nameOf(value, language), look.regular, step - 8));
  const widths = names.map((lines) => widest(lines, look.regular));
  const last = xs.length - 1;
  const kept = (every: number) => names.flatMap((_, index) => ((last - index) % every === 0 ? [index] : []));
  const touch = (left: number, right: number) =>
    xOf(right) - xOf(left) < ((widths[left] ?? 0) + (widths[right] ?? 0)) / 2 + 8;
  const everies = names.map((_, index) => index + 1);
  const isFree = (every: number) => kept(every).every((index, at, all) => at === 0 || !touch(all[at - 1] ?? 0, index));
  const shown = kept(everies.find(isFree) ?? 1);
  const parts = shown.map((index) => {
    const isEnd = kind === "area" && last > 0 && (index === 0 || index === last);
    const align = isEnd ? (index === 0 ? "left" : "right") : "center";
    return words(names[index] ?? [], xOf(index), top + 8, { colour: look.ink.light, align, baseline: "top" });
  });
  return { parts, height: Math.max(...shown.map((index) => names[index]?.length ?? 0)) * lineHeight };
}

/** Years are written without a mark for thousands. */
export function nameOf(value: string | number, language: string): string {
  const isYear = Number.isInteger(value) && Number(value) >= 1000 && Number(value) < 3000;
  return typeof value === "string" || isYear ? String(value) : writeNumber(value, undefined, language);
}
