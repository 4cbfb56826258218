import type { Element } from "xast";
import { x } from "xastscript";
import type { SvgElement } from "./parse-svg.ts";

const blocks = new Set(
  "address article blockquote br dd div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table tr ul flowpara flowdiv flowline".split(
    " ",
  ),
);
const silent = new Set(["style", "script", "title", "template"]);

/**
 * Converts HTML in a drawing to SVG text: many readers do not render it, and HTML can load resources. `fallback` is the
 * shortened but correctly placed text that diagrams.net adds for such readers.
 */
export function htmlAsText(html: SvgElement, fallback: SvgElement | undefined): Element | undefined {
  const styles = stylesIn(html);
  const style = (name: string, form = "[^;]+") =>
    new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*(${form})`, "i").exec(styles)?.[1]?.trim();
  const size = Number.parseFloat(
    style("font-size", "(?!0px)[\\d.]+px") ?? fallback?.attributes.get("font-size") ?? "16",
  );
  const width = Number.parseFloat(numberIn(html, "width") ?? style("width", "[\\d.]+px") ?? "0");
  const isOneLine = style("white-space", "nowrap") !== undefined || width === 0;
  const lines = linesIn(html).flatMap((line) => (isOneLine ? [line] : wrap(line, width / (size * 0.47))));
  if (lines.length === 0) return undefined;
  const isCentred = isOneLine || /center/.test(`${style("text-align") ?? ""} ${style("justify-content") ?? ""}`);
  const left = Number(numberIn(html, "x") ?? 0) + Number.parseFloat(style("margin-left", "[\\d.]+px") ?? "0");
  const middle =
    Number(numberIn(html, "y") ?? 0) +
    Number.parseFloat(style("padding-top", "[\\d.]+px") ?? "0") +
    Number(numberIn(html, "height") ?? 0) / 2;
  const attributes: Record<string, string> = fallback
    ? Object.fromEntries(fallback.attributes)
    : {
        x: String(isCentred ? left + width / 2 : left),
        y: String(middle + size * 0.35),
        ...(isCentred && { "text-anchor": "middle" }),
        "font-size": String(size),
        "font-family": style("font-family") ?? "sans-serif",
        fill: style("color") ?? "#000",
      };
  const leading = size * 1.2;
  const first = Number.parseFloat(attributes["y"] ?? "0") - ((lines.length - 1) * leading) / 2;
  const spans = lines.map((line, index) =>
    x("tspan", { x: attributes["x"] ?? "0", y: String(Math.round((first + index * leading) * 100) / 100) }, line),
  );
  return x("text", attributes, spans);
}

/** Returns an attribute's value if it is a plain number, without a unit. */
export function numberIn({ attributes }: SvgElement, name: string): string | undefined {
  return /^\s*-?[\d.]+(?=(?:px)?\s*$)/.exec(attributes.get(name) ?? "")?.[0];
}

function stylesIn({ attributes, children }: SvgElement): string {
  const inner = children.map((child) => (typeof child === "string" ? "" : stylesIn(child)));
  return [attributes.get("style") ?? "", ...inner].join("; ");
}

export function linesIn(html: SvgElement): string[] {
  const pieces: string[] = [];
  const read = (element: SvgElement): void => {
    for (const child of element.children) {
      if (typeof child === "string") pieces.push(child.replaceAll(/[ \t\r\n\f]+/g, " "));
      else if (!silent.has(child.name)) {
        const isBlock = blocks.has(child.name.toLowerCase());
        if (isBlock) pieces.push("\n");
        read(child);
        if (isBlock) pieces.push("\n");
      }
    }
  };
  read(html);
  return pieces
    .join("")
    .split("\n")
    .map((line) => line.replaceAll(/ +/g, " ").replaceAll(/^ | $/g, ""))
    .filter((line) => line !== "");
}

/** Wraps a line to about `most` characters. */
export function wrap(line: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of line.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
