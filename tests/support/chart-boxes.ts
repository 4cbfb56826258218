import type { Element } from "xast";
import { fromXml } from "xast-util-from-xml";
import { drawChart } from "../../src/charts/draw.ts";
import { type ChartLook, faceFor } from "../../src/charts/look.ts";
import type { Part } from "../../src/charts/marks.ts";
import { printDiagnostics } from "./prepare.ts";

/** Pixels of the picture. */
export interface Box {
  readonly what: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Point = readonly [x: number, y: number];

/** What is drawn: the boxes of words, and the points along everything that has a stroke or a fill. */
export interface DrawnChart {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Box[];
  readonly strokes: readonly { readonly what: string; readonly points: readonly Point[] }[];
}

/** A chart measured as it is drawn, before its words become outlines. */
export async function measureChart(spec: Part, look: ChartLook): Promise<DrawnChart> {
  const asText = { regular: { ...methodsOf(look.regular) }, strong: { ...methodsOf(look.strong) } };
  const drawn = await drawChart(spec, { ...look, ...asText }, {});
  if (!drawn.ok) throw new Error(printDiagnostics(drawn.diagnostics));
  const svg = fromXml(drawn.value).children.find((child) => child.type === "element");
  if (!svg) throw new Error("no picture");
  const words: Box[] = [];
  const strokes: { what: string; points: Point[] }[] = [];
  walk(svg, [0, 0], "", { words, strokes }, look);
  const [width, height] = [Number(svg.attributes["width"]), Number(svg.attributes["height"])];
  return { width, height, words, strokes };
}

/** A face that keeps words as text. */
function methodsOf(face: ChartLook["regular"]): ChartLook["regular"] {
  return {
    covers: () => false,
    measure: (text) => face.measure(text),
    outline: (...input) => face.outline(...input),
  };
}

interface Found {
  readonly words: Box[];
  readonly strokes: { what: string; points: Point[] }[];
}

function walk(node: Element, [x, y]: Point, role: string, found: Found, look: ChartLook): void {
  const [, dx = "0", dy = "0"] = /translate\(([-\d.e]+),\s*([-\d.e]+)\)/.exec(node.attributes["transform"] ?? "") ?? [];
  const at: Point = [x + Number(dx), y + Number(dy)];
  const what = node.attributes["class"] ?? role;
  if (node.name === "text") found.words.push(...boxesOf(node, at, look));
  const isSeen = node.attributes["opacity"] !== "0" && !/\b(?:root|background|foreground)\b/.test(what);
  if (node.name === "path" && isSeen && (hasPaint(node, "stroke") || hasPaint(node, "fill")))
    found.strokes.push(...along(node.attributes["d"] ?? "", at).map((points) => ({ what, points })));
  if (node.name === "line" && isSeen) {
    const end = (name: string) => Number(node.attributes[name] ?? 0);
    found.strokes.push({ what, points: between(at, [at[0] + end("x2"), at[1] + end("y2")]) });
  }
  for (const child of node.children) if (child.type === "element") walk(child, at, what, found, look);
}

function hasPaint({ attributes }: Element, name: string): boolean {
  return attributes[name] !== undefined && attributes[name] !== "none";
}

/** As high as letters are: from the tops of capitals to where a "g" ends. */
function boxesOf(node: Element, [x, y]: Point, look: ChartLook): Box[] {
  const size = Number.parseFloat(node.attributes["font-size"] ?? "11");
  const face = faceFor(node.attributes["font-weight"] ?? undefined, look);
  const share = { middle: 0.5, end: 1 }[node.attributes["text-anchor"] ?? ""] ?? 0;
  const spans = node.children.filter((child): child is Element => child.type === "element");
  let down = 0;
  return (spans.length > 0 ? spans : [node]).flatMap((line) => {
    if (line !== node) down += Number(line.attributes["dy"] ?? 0);
    const text = line.children.map((child) => (child.type === "text" ? child.value : "")).join("");
    if (text.trim() === "") return [];
    const width = face.measure(text) * size;
    const left = x - share * width;
    return [{ what: text, left, right: left + width, top: y + down - 0.7 * size, bottom: y + down + 0.2 * size }];
  });
}

/** The lines of a path, each as points a pixel apart; of an arc its ends and its lowest and highest points. */
function along(path: string, [x, y]: Point): Point[][] {
  const lines: Point[][] = [];
  let from: Point = [x, y];
  let start: Point = from;
  for (const [, command = "", value = ""] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = Array.from(value.matchAll(/-?[\d.]+(?:e-?\d+)?/g), ([number]) => Number(number));
    const [a = 0, b = 0] = numbers.slice(-2);
    const to: Point =
      command === "Z"
        ? start
        : command === "h"
          ? [from[0] + (numbers[0] ?? 0), from[1]]
          : command === "v"
            ? [from[0], from[1] + (numbers[0] ?? 0)]
            : command === "H"
              ? [x + (numbers[0] ?? 0), from[1]]
              : command === "V"
                ? [from[0], y + (numbers[0] ?? 0)]
                : command === "l"
                  ? [from[0] + a, from[1] + b]
                  : [x + a, y + b];
    if (command === "M") {
      start = to;
      lines.push([]);
    } else if (command === "A") {
      const radius = numbers[0] ?? 0;
      const round = [0, 1, 2, 3].map((quarter): Point => [
        x + radius * Math.cos((quarter * Math.PI) / 2),
        y + radius * Math.sin((quarter * Math.PI) / 2),
      ]);
      lines.at(-1)?.push(...round);
    } else lines.at(-1)?.push(...between(from, to));
    from = to;
  }
  return lines;
}

function between([x, y]: Point, [toX, toY]: Point): Point[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(toX - x, toY - y)));
  return Array.from({ length: steps + 1 }, (_, step) => [
    x + ((toX - x) * step) / steps,
    y + ((toY - y) * step) / steps,
  ]);
}

/** What overlaps: two words, a word and a line, or a word and the edge. */
export function overlapsIn({ words, strokes, width, height }: DrawnChart): string[] {
  const found: string[] = [];
  for (const [index, box] of words.entries()) {
    if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) found.push(`"${box.what}" is cut off`);
    for (const other of words.slice(index + 1)) {
      const isApart =
        box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top;
      if (!isApart) found.push(`"${box.what}" and "${other.what}"`);
    }
    for (const { what, points } of strokes) {
      const isHit = points.some(([x, y]) => x > box.left && x < box.right && y > box.top + 0.5 && y < box.bottom - 0.5);
      if (isHit) found.push(`"${box.what}" and a line (${what})`);
    }
  }
  return [...new Set(found)];
}
