import { labelSize, lineHeight } from "./look.ts";

/** A layer or a part of a Vega-Lite specification. */
export type Part = Readonly<Record<string, unknown>>;

const once = { values: [{}] };

interface TextStyle {
  readonly colour: string;
  readonly align?: "left" | "center" | "right";
  readonly baseline?: "top" | "middle" | "bottom";
  readonly weight?: number;
}

/** Lines of text at a place of the plot, in pixels from its upper left corner. */
export function words(lines: readonly string[], x: number, y: number, style: TextStyle): Part {
  const { colour, align = "left", baseline = "middle", weight = 400 } = style;
  // Vega sets several lines downwards from the first: a middle is the middle of all.
  const lift = { top: 0, middle: 0.5, bottom: 1 }[baseline] * (lines.length - 1) * lineHeight;
  const font = { fontSize: labelSize, fontWeight: weight, lineHeight };
  return {
    data: once,
    mark: { type: "text", text: [...lines], color: colour, align, baseline, ...font },
    encoding: { x: { value: x }, y: { value: y - lift } },
  };
}

/** The sign of a series, for lines and dots or for surfaces. */
export interface SeriesSign {
  readonly label: string;
  /** A point symbol of Vega-Lite; a surface has a larger one. */
  readonly shape: string;
  readonly size: number;
  readonly fill: string;
  readonly stroke: string;
}

/** A series' sign beside its name. */
export function sign({ shape, size, fill, stroke: edge }: SeriesSign, x: number, y: number): Part {
  return {
    data: once,
    mark: { type: "point", filled: true, shape, size, fill, stroke: edge, opacity: 1 },
    encoding: { x: { value: x }, y: { value: y } },
  };
}

/** A straight line, broken into dashes where `dash` says so. */
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
