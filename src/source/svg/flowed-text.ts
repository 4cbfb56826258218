import { x } from "xastscript";
import type { Element } from "xast";
import { linesIn, numberIn, wrap } from "./html-text.ts";
import type { SvgElement } from "./parse-svg.ts";

/**
 * Converts Inkscape's flowed text (`flowRoot` of a draft of SVG 1.2, which no browser supports) to lines of text,
 * starting at the top of its region.
 */
export function flowedLines(root: SvgElement): Element[] {
  const region = elementsIn(root).find(({ name }) => name === "flowRegion");
  const shape = region === undefined ? undefined : elementsIn(region).find(({ name }) => name === "rect");
  const [left, top, width] = ["x", "y", "width"].map((name) => Number(shape ? (numberIn(shape, name) ?? 0) : 0));
  const styles = [root, ...elementsIn(root)].map(({ attributes }) => attributes.get("style") ?? "").join(";");
  const size = Number.parseFloat(/(?:^|[;\s])font-size\s*:\s*([\d.]+)/i.exec(styles)?.[1] ?? "16");
  const lines = linesIn(root).flatMap((line) => (width ? wrap(line, width / (size * 0.47)) : [line]));
  return lines.map((line, index) =>
    x(
      "tspan",
      { x: String(left ?? 0), y: String(Math.round(((top ?? 0) + size * (1 + index * 1.25)) * 100) / 100) },
      line,
    ),
  );
}

function elementsIn(element: SvgElement): SvgElement[] {
  return element.children.flatMap((child) => (typeof child === "string" ? [] : [child]));
}
