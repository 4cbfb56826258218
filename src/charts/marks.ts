import { labelSize, lineHeight } from "./look.ts";

/** A layer or other part of a Vega-Lite specification. */
export type Part = Readonly<Record<string, unknown>>;

const once = { values: [{}] };

interface TextStyle {
  readonly colour: string;
  readonly align?: "left" | "center" | "right";
  readonly baseline?: "top" | "middle" | "bottom";
  readonly weight?: number;
}

/** Returns lines of text at a position in the plot, in pixels from its upper left corner. */
export function words(lines: readonly string[], x: number, y: number, style: TextStyle): Part {
  const { colour, align = "left", baseline = "middle", weight = 400 } = style;
  // Vega stacks lines downwards from the first; this aligns the block as a whole.
  const lift = { top: 0, middle: 0.5, bottom: 1 }[baseline] * (lines.length - 1) * lineHeight;
  const font = { fontSize: labelSize, fontWeight: weight, lineHeight };
  return {
    data: once,
    mark: { type: "text", text: [...lines], color: colour, align, baseline, ...font },
    encoding: { x: { value: x }, y: { value: y - lift } },
  };
}

/** The symbol of a series, for lines, dots or areas. */
export interface SeriesSign {
  readonly label: string;
  /** A Vega-Lite point shape; areas use a larger one. */
  readonly shape: string;
  readonly size: number;
  readonly fill: string;
  readonly stroke: string;
}

/** Returns a series' symbol beside its name. */
export function sign({ shape, size, fill, stroke: edge }: SeriesSign, x: number, y: number): Part {
  return {
    data: once,
    mark: { type: "point", filled: true, shape, size, fill, stroke: edge, opacity: 1 },
    encoding: { x: { value: x }, y: { value: y } },
  };
}

/** Returns a straight line, dashed if `dash` is set. */
export function stroke(
  from: readonly [number, number],
  to: readonly [number, number],
  colour: string,
  dash?: readonly number[],
): Part {
  const [x, y] = from;
  const [x2, y2] = to;
  return {
    data: once,
    mark: { type: "rule", color: colour, strokeWidth: 1, ...(dash && { strokeDash: dash }) },
    encoding: { x: { value: x }, y: { value: y }, x2: { value: x2 }, y2: { value: y2 } },
  };
}
