import type { Element, ElementContent } from "hast";
import { toString } from "hast-util-to-string";
import { accents, functionNames, largeOperators } from "./symbols.ts";
import { matrix } from "./matrix.ts";
import { identifier, quoted, spaceOf, textOf } from "./tokens.ts";
import { asGroup, asScript, join, texOfText } from "./tex.ts";

const enclosures: Readonly<Record<string, string>> = {
  top: "overline",
  bottom: "underline",
  updiagonalstrike: "cancel",
};

type Write = (node: Element) => string;

const named: Readonly<Record<string, Write>> = {
  mi: identifier,
  mn: (node) => texOfText(textOf(node)),
  mo: (node) => texOfText(textOf(node)),
  mtext: (node) => quoted(toString(node)),
  ms: (node) => quoted(`"${toString(node)}"`),
  mspace: (node) => spaceOf(String(node.properties["width"] ?? "")),
  mfrac: fraction,
  msqrt: (node) => `\\sqrt{${rowOf(node.children)}}`,
  mroot: (node) => `\\sqrt[${part(node, 1)}]{${part(node, 0)}}`,
  msub: (node) => `${asGroup(part(node, 0))}_${asScript(part(node, 1))}`,
  msup: (node) => superscript(part(node, 0), part(node, 1)),
  msubsup: (node) => `${asGroup(part(node, 0))}_${asScript(part(node, 1))}^${asScript(part(node, 2))}`,
  munder: (node) => under(node, part(node, 1)),
  mover: (node) => over(node, part(node, 1)),
  munderover: (node) =>
    takesLimits(node)
      ? `${part(node, 0)}_${asScript(part(node, 1))}^${asScript(part(node, 2))}`
      : `\\overset{${part(node, 2)}}{\\underset{${part(node, 1)}}{${part(node, 0)}}}`,
  mmultiscripts: multiscripts,
  mtable: (node) => matrix(node, undefined, rowOf),
  mphantom: (node) => `\\phantom{${rowOf(node.children)}}`,
  menclose: (node) => `\\${enclosures[String(node.properties["notation"])] ?? "boxed"}{${rowOf(node.children)}}`,
  mfenced: (node) => {
    const inner = elements(node)
      .map((child) => texOf(child))
      .join(", ");
    return `\\left${texOfText(String(node.properties["open"] ?? "("))} ${inner} \\right${texOfText(String(node.properties["close"] ?? ")"))}`;
  },
  semantics: (node) => part(node, 0),
  annotation: () => "",
  "annotation-xml": () => "",
};

/**
 * Converts MathML to TeX: uses the author's TeX annotation if there is one (MathML Core, 2.1.7), else converts the
 * elements.
 */
export function mathmlToTex(math: Element): string {
  const author = find(math, "annotation").find((annotation) => /tex/i.test(String(annotation.properties["encoding"])));
  return (author ? toString(author) : rowOf(math.children)).trim();
}

function texOf(node: Element): string {
  return named[node.tagName]?.(node) ?? rowOf(node.children);
}

const opening = new Set("([{⟨⌊⌈|‖");
const closing = new Set(")]}⟩⌋⌉|‖");

/** Converts siblings. Fences around tall content stretch. */
function rowOf(children: readonly ElementContent[]): string {
  const nodes = children.filter((child): child is Element => child.type === "element").map(unwrap);
  const first = nodes[0];
  const last = nodes.at(-1);
  const open = first?.tagName === "mo" ? textOf(first) : undefined;
  const close = last?.tagName === "mo" && last !== first ? textOf(last) : undefined;
  if (first && last && open !== undefined && opening.has(open)) {
    const isClosed = close !== undefined && (closing.has(close) || close === "");
    const inner = nodes.slice(1, isClosed ? -1 : undefined);
    const table = inner.length === 1 ? inner[0] : undefined;
    if (table?.tagName === "mtable") return matrix(table, `${open}${isClosed ? close : ""}`, rowOf);
    const isTall = inner.some((node) => isHigh(node));
    const pair = `${open}${close}`;
    if (
      isClosed &&
      isTall &&
      ["()", "[]", "{}", "⟨⟩", "⌊⌋", "⌈⌉", "||", "‖‖"].includes(pair) &&
      !hasFence(inner, open, close)
    ) {
      const choice = /^\{(.*) \\atop (.*)\}$/.exec(rowOf(inner));
      if (choice && pair === "()") return `\\binom{${choice[1]}}{${choice[2]}}`;
      return `\\left${texOfText(open)} ${rowOf(inner)} \\right${texOfText(close)}`;
    }
  }
  return join(nodes.map((node) => texOf(node))).replaceAll(
    /(\\(?:[a-z]+)(?:_(?:\{[^{}]*\}|\S))?)\\, ?(?=\S)/g,
    dropThinSpace,
  );
}

/** Removes the thin space that MathML has after a function name and TeX adds itself. */
function dropThinSpace(whole: string, before: string): string {
  return functionNames.has(/^\\([a-z]+)/.exec(before)?.[1] ?? "") ? `${before} ` : whole;
}

/** Reports whether the fences at both ends belong to different pairs: (a)(b). */
function hasFence(nodes: readonly Element[], open: string, close: string): boolean {
  return nodes.some((node) => node.tagName === "mo" && [open, close].includes(textOf(node)));
}

/** Returns the only child of a row with one. */
function unwrap(node: Element): Element {
  if (!["mrow", "mstyle", "mpadded"].includes(node.tagName)) return node;
  const inner = elements(node);
  return inner.length === 1 && inner[0] ? unwrap(inner[0]) : node;
}

function isHigh(node: Element): boolean {
  const names = ["mfrac", "mtable", "munder", "munderover"];
  return names.includes(node.tagName) || elements(node).some((child) => isHigh(child));
}

function fraction(node: Element): string {
  const isBar = !String(node.properties["linethickness"] ?? "1").startsWith("0");
  return isBar ? `\\frac{${part(node, 0)}}{${part(node, 1)}}` : `{${part(node, 0)} \\atop ${part(node, 1)}}`;
}

function superscript(base: string, script: string): string {
  return /^'+$/.test(script) ? `${base}${script}` : `${asGroup(base)}^${asScript(script)}`;
}

function takesLimits(node: Element): boolean {
  const [base] = elements(node);
  const text = base ? toString(base).trim() : "";
  return largeOperators.has(text) || functionNames.has(text);
}

function under(node: Element, below: string): string {
  if (takesLimits(node)) return `${part(node, 0)}_${asScript(below)}`;
  const mark = elements(node)[1];
  const sign = mark ? toString(mark).trim() : "";
  if (["_", "¯", "‾", "\u0332", "―", "▁"].includes(sign)) return `\\underline{${part(node, 0)}}`;
  if (sign === "⏟") return `\\underbrace{${part(node, 0)}}`;
  return part(node, 0).startsWith("\\underbrace{")
    ? `${part(node, 0)}_${asScript(below)}`
    : `\\underset{${below}}{${part(node, 0)}}`;
}

function over(node: Element, above: string): string {
  const mark = elements(node)[1];
  const accent = accents.get(mark ? toString(mark).trim() : "");
  const base = part(node, 0);
  if (accent) return `\\${accent[/^(?:.|\\[a-zA-Z]+)$/.test(base) ? 0 : 1]}{${base}}`;
  if (takesLimits(node) || base.startsWith("\\overbrace{")) return `${base}^${asScript(above)}`;
  return `\\overset{${above}}{${base}}`;
}

function multiscripts(node: Element): string {
  const all = elements(node);
  const split = all.findIndex(({ tagName }) => tagName === "mprescripts");
  const scripts = (nodes: readonly (Element | undefined)[]): string =>
    nodes
      .map((inner, index) => {
        const tex = inner && inner.tagName !== "none" ? texOf(inner) : "";
        return tex === "" ? "" : `${index % 2 === 0 ? "_" : "^"}${asScript(tex)}`;
      })
      .join("");
  const after = scripts(all.slice(1, split < 0 ? undefined : split));
  const before = split < 0 ? "" : `{}${scripts(all.slice(split + 1))}`;
  return `${before}${part(node, 0)}${after}`;
}

function part(node: Element, index: number): string {
  const child = elements(node)[index];
  return child
    ? rowOf(
        [child.tagName === "mrow" ? child : { ...child }].flatMap((element) =>
          element.tagName === "mrow" ? element.children : [element],
        ),
      )
    : "";
}

function elements(node: Element): Element[] {
  return node.children.filter((child): child is Element => child.type === "element");
}

function find(node: Element, name: string): Element[] {
  return elements(node).flatMap((child) => (child.tagName === name ? [child] : find(child, name)));
}
