import type { Element, ElementContent, Root } from "xast";
import { fromXml } from "xast-util-from-xml";
import { toXml } from "xast-util-to-xml";
import { type ChartLook, labelSize } from "../look.ts";
import type { DrawnDiagram, Graph } from "./diagram.ts";
import { withoutFillers } from "./dot-source.ts";

/** The elements kept of Graphviz's drawing: groups, shapes and text; no links, images, titles or scripts. */
const shapes = new Set([
  "polygon",
  "path",
  "ellipse",
  "polyline",
  "g",
  "text",
  "defs",
  "linearGradient",
  "radialGradient",
  "stop",
]);
const carried = new Set(
  "transform points d cx cy rx ry fill stroke stroke-width stroke-dasharray fill-opacity stroke-opacity id x1 y1 x2 y2 fx fy r gradientUnits offset style stop-color stop-opacity".split(
    " ",
  ),
);

interface Found {
  readonly nodes: Map<string, string>;
  readonly edges: { title: string; label: string }[];
  readonly groups: { label: string; box: number[] }[];
  readonly places: Map<string, readonly [x: number, y: number]>;
  readonly words: string[];
  isPlain: boolean;
}

/** Returns Graphviz's SVG with the template's colours, and its graph. `isPlain`: no colour is the author's. */
export function readDotDrawing(svg: string, look: ChartLook, isDirected: boolean): DrawnDiagram & { isPlain: boolean } {
  const [root] = fromXml(svg).children.filter((child): child is Element => child.type === "element");
  const found: Found = { nodes: new Map(), edges: [], groups: [], places: new Map(), words: [], isPlain: true };
  const children = root ? root.children.flatMap((child) => keep(child, look, found)) : [];
  const { viewBox = "0 0 1 1" } = root?.attributes ?? {};
  const [x = 0, y = 0, width = 1, height = 1] = (viewBox ?? "").split(/\s+/).map(Number);
  const ground: Element = element("rect", {
    x: `${x}`,
    y: `${y}`,
    width: `${width}`,
    height: `${height}`,
    fill: look.paper.light,
  });
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    "xmlns:xlink": "http://www.w3.org/1999/xlink",
    width: `${width}`,
    height: `${height}`,
    viewBox: viewBox ?? "",
  };
  const tree: Root = { type: "root", children: [element("svg", attributes, [ground, ...children])] };
  return { svg: toXml(tree), graph: graphOf(found, isDirected), words: found.words, isPlain: found.isPlain };
}

function keep(node: ElementContent, look: ChartLook, found: Found): ElementContent[] {
  if (node.type !== "element") return [];
  // The content of a link is kept.
  if (node.name === "a") return node.children.flatMap((child) => keep(child, look, found));
  if (!shapes.has(node.name)) return [];
  if (node.name === "text") return [words(node, look, found)];
  note(node, found);
  const attributes = Object.entries(node.attributes).flatMap(([name, value]) =>
    carried.has(name) && value !== null && value !== undefined ? [[name, colour(name, value, look, found)]] : [],
  );
  return [
    element(
      node.name,
      Object.fromEntries(attributes) as Record<string, string>,
      node.children.flatMap((child) => keep(child, look, found)),
    ),
  ];
}

/** Replaces Graphviz's default colours by the template's. */
function colour(name: string, value: string, look: ChartLook, found: Found): string {
  if (name !== "fill" && name !== "stroke") return value;
  if (value === "none" || value === "transparent") return value;
  const own = { black: look.ink, white: look.paper, lightgrey: look.rule }[value];
  if (own) return own.light;
  found.isPlain = false;
  return value;
}

function words(node: Element, look: ChartLook, found: Found): Element {
  const text = withoutFillers(textOf(node)).replaceAll(/\s+/g, " ");
  if (text.trim() !== "") found.words.push(text.trim());
  const { x = "0", y = "0", fill, transform } = node.attributes;
  const place = `translate(${x} ${y})`;
  const attributes = {
    transform: transform ? `${transform} ${place}` : place,
    fill: colour("fill", fill ?? "black", look, found),
    "font-size": String(Number.parseFloat(node.attributes["font-size"] ?? `${labelSize}`)),
    "text-anchor": node.attributes["text-anchor"] ?? "start",
    ...(node.attributes["font-weight"] === "bold" && { "font-weight": "bold" }),
  };
  return element("text", attributes, [{ type: "text", value: text }]);
}

/** Records a group of the drawing by its class and title. */
function note(node: Element, found: Found): void {
  const kind = node.attributes["class"];
  if (node.name !== "g" || (kind !== "node" && kind !== "edge" && kind !== "cluster")) return;
  const title = withoutFillers(
    node.children
      .flatMap((child) => (child.type === "element" && child.name === "title" ? [textOf(child)] : []))
      .join(""),
  );
  const label = withoutFillers(textsIn(node).join(" ")).replaceAll(/\s+/g, " ").trim();
  const box = boxOf(node);
  if (kind === "node") {
    found.nodes.set(title, label === "" ? title : label);
    found.places.set(title, [((box[0] ?? 0) + (box[2] ?? 0)) / 2, ((box[1] ?? 0) + (box[3] ?? 0)) / 2]);
  } else if (kind === "edge") found.edges.push({ title, label });
  else found.groups.push({ label, box });
}

function graphOf({ nodes, edges, groups, places }: Found, isDirected: boolean): Graph {
  return {
    nodes: Array.from(nodes, ([id, label]) => ({ id, label })),
    edges: edges.flatMap(({ title, label }) => endsOf(title, nodes).map(([from, to]) => ({ from, to, label }))),
    groups: groups.map(({ label, box: [left = 0, top = 0, right = 0, bottom = 0] }) => ({
      label,
      members: [...places].filter(([, [x, y]]) => x > left && x < right && y > top && y < bottom).map(([id]) => id),
    })),
    isDirected,
  };
}

/**
 * Splits an edge such as `a:port->b`. Names may contain the arrow too, so the split is where both sides are known
 * names.
 */
function endsOf(title: string, nodes: ReadonlyMap<string, string>): (readonly [string, string])[] {
  const known = (name: string): string | undefined => {
    const parts = name.split(":");
    return parts
      .map((_, index) => parts.slice(0, parts.length - index).join(":"))
      .find((candidate) => nodes.has(candidate));
  };
  for (const sign of title.matchAll(/-[->]/g)) {
    const [from, to] = [known(title.slice(0, sign.index)), known(title.slice(sign.index + 2))];
    if (from !== undefined && to !== undefined) return [[from, to]];
  }
  return [];
}

function boxOf(node: Element): number[] {
  const points = partsIn(node).flatMap(({ attributes }) => {
    const { cx, cy, rx, ry, points: corners, d } = attributes;
    if (cx && cy)
      return [Number(cx) - Number(rx), Number(cy) - Number(ry), Number(cx) + Number(rx), Number(cy) + Number(ry)];
    return [...(corners ?? d ?? "").matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
  });
  const [xs, ys] = [points.filter((_, index) => index % 2 === 0), points.filter((_, index) => index % 2 === 1)];
  return [least(xs), least(ys), -least(xs.map((x) => -x)), -least(ys.map((y) => -y))];
}

const least = (numbers: readonly number[]): number => numbers.reduce((low, number) => Math.min(low, number), Infinity);

function partsIn(node: Element): Element[] {
  return node.children.flatMap((child) => (child.type === "element" ? [child, ...partsIn(child)] : []));
}

function textsIn(node: Element): string[] {
  return partsIn(node).flatMap((part) => (part.name === "text" ? [textOf(part)] : []));
}

function textOf(node: Element): string {
  return node.children.map((child) => (child.type === "text" ? child.value : "")).join("");
}

function element(name: string, attributes: Record<string, string>, children: ElementContent[] = []): Element {
  return { type: "element", name, attributes, children };
}
