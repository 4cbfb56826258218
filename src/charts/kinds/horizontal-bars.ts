import { type Bar, barLayers, barsOf } from "../bars.ts";
import { scaleOf, signsOf } from "../frame.ts";
import { widest } from "../labels.ts";
import type { ChartLook } from "../look.ts";
import { horizontal } from "../horizontal.ts";
import { type Part, words } from "../marks.ts";
import { picture } from "../picture.ts";
import { type Plot, writerOf } from "../plot.ts";

/** Draws horizontal bars, for points with long names. */
export function drawHorizontalBars(plot: Plot, look: ChartLook): Part {
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
