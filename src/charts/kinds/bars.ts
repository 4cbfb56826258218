import { namesAtEnds, scaleOf, signsOf } from "../frame.ts";
import { widest } from "../labels.ts";
import { type ChartLook, lineHeight } from "../look.ts";
import { type Part, words } from "../marks.ts";
import { picture } from "../picture.ts";
import { type Plot, writerOf } from "../plot.ts";
import { type Bar, barLayers, barsOf } from "../bars.ts";
import { nameOf } from "../name-points.ts";
import { vertical, type Vertical } from "../vertical.ts";
import { horizontal } from "../horizontal.ts";

/**
 * Draws vertical bars, side by side or stacked. If the names of the points do not fit below, the bars become
 * horizontal.
 */
export function drawBars(plot: Plot, look: ChartLook): Part {
  const names = plot.xs.map((value) => nameOf(value, plot.language));
  const room = (look.width - 100) / plot.xs.length;
  const isOrdered = plot.break !== undefined || plot.xs.every((value) => typeof value === "number");
  return isOrdered || widest(names, look.regular) + 8 <= room
    ? drawVerticalBars(plot, look)
    : drawHorizontalBars(plot, look);
}

function drawVerticalBars(plot: Plot, look: ChartLook): Part {
  const signs = signsOf(plot, look, true);
  const isStack = plot.kind === "stacked bar";
  const bars = barsOf(plot);
  const writeValue = writerOf(plot);
  const write = (bar: Bar) => writeValue(bar.high);
  const numbered = widest(bars.list.map(write), look.regular);
  const plain = vertical(plot, look, signs, !isStack);
  // Values at the bars replace grid lines, which would cross them.
  const fits = !isStack && numbered <= (plain.step * 0.76) / bars.slots - 2 && haveRoom(bars.list, plain);
  const { frame, xOf, yOf, step, x, y, around } = fits ? vertical(plot, look, signs, !isStack, false) : plain;
  const thick = (step * 0.76) / bars.slots;
  const middle = ({ index, slot }: Bar) => xOf(index) + (slot - (bars.slots - 1) / 2) * thick;
  const layers = barLayers(bars.list, signs, middle, thick, {
    x: { field: "from", ...x },
    x2: { field: "to" },
    y: { field: "high", ...y },
    y2: { field: "low" },
  });
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

/** Reports whether values below negative bars stay clear of the points' names. */
function haveRoom(bars: readonly Bar[], { frame, yOf }: Vertical): boolean {
  return bars.every(({ high }) => high >= 0 || yOf(high) + lineHeight + 2 <= frame.height);
}

function above(text: string, x: number, y: number, isBelow: boolean, look: ChartLook): Part {
  const place = isBelow ? ({ baseline: "top" } as const) : ({ baseline: "bottom" } as const);
  return words([text], x, y + (isBelow ? 4 : -3), { colour: look.ink.light, align: "center", ...place });
}

/** Draws horizontal bars, for points with long names. */
function drawHorizontalBars(plot: Plot, look: ChartLook): Part {
  const signs = signsOf(plot, look, true);
  const bars = barsOf(plot);
  const writeValue = writerOf(plot);
  const write = (bar: Bar) => writeValue(bar.high);
  const isStack = plot.kind === "stacked bar";
  const room = isStack ? 16 : Math.ceil(widest(bars.list.map(write), look.regular)) + 12;
  const { frame, yOf, row, x, y, around } = horizontal(plot, look, signs, 14 + bars.slots * 18, room, isStack);
  const thick = (row - 12) / bars.slots;
  const middle = ({ index, slot }: Bar) => yOf(index) + (slot - (bars.slots - 1) / 2) * thick;
  const layers = barLayers(bars.list, signs, middle, thick, {
    x: { field: "low", ...x },
    x2: { field: "high" },
    y: { field: "from", ...y },
    y2: { field: "to" },
  });
  const { least, most } = scaleOf(plot);
  const end = (value: number) => (frame.width * (Math.max(0, value) - least)) / (most - least) + 6;
  const numbers = isStack
    ? []
    : bars.list.map((bar) => words([write(bar)], end(bar.high), middle(bar), { colour: look.ink.light }));
  return picture(frame, [...layers, ...around, ...numbers]);
}
