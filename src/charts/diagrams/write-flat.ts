import type { ChartLook } from "../look.ts";

/** A part of a drawing, as returned by the script in the browser. */
interface FlatItem {
  readonly open?: string;
  readonly close?: boolean;
  readonly name?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly text?: string;
}

/** A drawing without style sheets, links, images and HTML. */
export interface FlatDrawing {
  readonly box: readonly [x: number, y: number, width: number, height: number];
  readonly definitions: readonly FlatItem[];
  readonly items: readonly FlatItem[];
  readonly colours: readonly (readonly [fill?: string, stroke?: string])[];
  /** The items' colours in the dark scheme, by index. */
  readonly dark?: readonly (readonly [fill?: string, stroke?: string])[];
}

/** The margin around a drawing. */
const edge = 4;

/** Returns the drawing as SVG on a background, and the words in it. */
export function writeFlat({ box, definitions, items, dark }: FlatDrawing, { paper }: ChartLook) {
  const classes = new Map<string, string>();
  const words: string[] = [];
  let place = 0;
  const write = ({ open, close, name, attributes = {}, text }: FlatItem, stack: string[]): string => {
    if (close === true) return `</${stack.pop() ?? "g"}>`;
    if (open !== undefined) {
      stack.push(open);
      return `<${open}${attributesOf(attributes)}>`;
    }
    if (name === undefined) return "";
    const [fill, stroke] = dark?.[place] ?? [];
    place += 1;
    const differs = dark && (fill !== attributes["fill"] || stroke !== attributes["stroke"]);
    const named = differs ? { ...attributes, class: classFor(classes, fill, stroke) } : attributes;
    if (text !== undefined) words.push(text.trim());
    return text === undefined
      ? `<${name}${attributesOf(named)}/>`
      : `<${name}${attributesOf(named)}>${escape(text)}</${name}>`;
  };
  const all = (parts: readonly FlatItem[]): string => {
    const stack: string[] = [];
    return parts.map((part) => write(part, stack)).join("");
  };
  const defined = all(definitions);
  const drawn = all(items);
  const [x, y, width, height] = [box[0] - edge, box[1] - edge, box[2] + 2 * edge, box[3] + 2 * edge].map(
    (number) => Math.round(number * 100) / 100,
  );
  const ground = `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${paper.light}"${dark ? ` class="${classFor(classes, paper.dark)}"` : ""}/>`;
  const rules = Array.from(classes, ([rule, name]) => `.${name}{${rule}}`);
  const style = dark ? `<style>@media (prefers-color-scheme:dark){${rules.join("")}}</style>` : "";
  const size = `width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>${style}<defs>${defined}</defs>${ground}${drawn}</svg>`;
  return { svg, words };
}

function classFor(classes: Map<string, string>, fill?: string, stroke?: string): string {
  const rule = `${fill === undefined ? "" : `fill:${fill};`}${stroke === undefined ? "" : `stroke:${stroke};`}`;
  const name = classes.get(rule) ?? `d${classes.size + 1}`;
  classes.set(rule, name);
  return name;
}

function attributesOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escape(value)}"`)
    .join("");
}

function escape(text: string): string {
  return text
    .replaceAll(/(?![\t\n\r])\p{Cc}/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;");
}
