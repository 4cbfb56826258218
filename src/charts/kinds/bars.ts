import { namesAtEnds, signsOf } from "../frame.ts";
import { widest } from "../labels.ts";
import { type ChartLook, pictureWidth } from "../look.ts";
import { type Part, words } from "../marks.ts";
import { picture } from "../picture.ts";
import { type Plot, writerOf } from "../plot.ts";
import { type Bar, barsOf } from "../bars.ts";
import { nameOf } from "../name-points.ts";
import { vertical } from "../vertical.ts";
import { drawHorizontalBars } from "./horizontal-bars.ts";

/** Bars, side by side or stacked. Where the names of the points have no room below them, they lie. */
export function drawBars(plot: Plot, look: ChartLook): Part {
  const names = plot.xs.map((value) => nameOf(value, plot.language));
  const room = (pictureWidth - 100) / plot.xs.length;
  const isOrdered = plot.break !== undefined || plot.xs.every((value) => typeof value === "number");
  return isOrdered || widest(names, look.regular) + 8 <= room
    ? drawStanding(plot, look)
    : drawHorizontalBars(plot, look);
}

function drawStanding(plot: Plot, look: ChartLook): Part {
  const signs = signsOf(plot, look, true);
  const isStack = plot.kind === "stacked bar";
  const { frame, xOf, yOf, step, x, y, around } = vertical(plot, look, signs, !isStack);
  const bars = barsOf(plot);
  const thick = (step * 0.76) / bars.slots;
  const middle = ({ index, slot }: Bar) => xOf(index) + (slot - (bars.slots - 1) / 2) * thick;
  const layers = signs.map(({ fill, stroke }, number) => ({
    data: {
      values: bars.list
        .filter((bar) => bar.series === number)
        .map((bar) => ({
          from: middle(bar) - thick / 2 + 1,
          to: middle(bar) + thick / 2 - 1,
          low: bar.low,
          high: bar.high,
        })),
    },
    mark: { type: "rect", fill, stroke, strokeWidth: 1, opacity: 1 },
    encoding: { x: { field: "from", ...x }, x2: { field: "to" }, y: { field: "high", ...y }, y2: { field: "low" } },
  }));
  const writeValue = writerOf(plot);
  const write = (bar: Bar) => writeValue(bar.high);
  const fits = !isStack && widest(bars.list.map(write), look.regular) <= thick + 4;
  const numbers = fits ? bars.list.map((bar) => above(write(bar), middle(bar), yOf(bar.high), bar.high < 0, look)) : [];
  const last = bars.list.filter(({ index }) => index === plot.xs.length - 1);
  const names =
    isStack && plot.series.length > 1
      ? namesAtEnds(
          signs,
          last.map(({ low, high }) => yOf((low + high) / 2)),
          frame,
          look,
        )
      : [];
  return picture(frame, [...layers, ...around, ...numbers, ...names]);
}

function above(text: string, x: number, y: number, isBelow: boolean, look: ChartLook): Part {
  const place = isBelow ? ({ baseline: "top" } as const) : ({ baseline: "bottom" } as const);
  return words([text], x, y + (isBelow ? 4 : -3), { colour: look.ink.light, align: "center", ...place });
}
