import type { ParagraphChild } from "docx";
import type { Element, ElementContent } from "hast";
import { toString } from "hast-util-to-string";
import { classesOf } from "../../model/hast.ts";
import { bar, delimited, element, enclosed, limit, type Part, radical, run, signOf, value } from "./math-elements.ts";

/** Converts MathML to Office Math (ECMA-376, part 1, 22.1), which can be edited in Word. */
export function mathOf(math: Element): ParagraphChild {
  const formula = element("m:oMath", rowOf(math.children));
  const isDisplayed = math.properties["display"] === "block";
  // The library's types list only its own elements, but a paragraph accepts any.
  return (isDisplayed ? element("m:oMathPara", [formula]) : formula) as unknown as ParagraphChild;
}

const large = new Set("∑∏∐∫∬∭∮⋃⋂⋁⋀⨁⨂");
const accents = new Map(
  Object.entries({
    "^": "\u0302",
    ˆ: "\u0302",
    "~": "\u0303",
    "˜": "\u0303",
    "→": "\u20D7",
    "˙": "\u0307",
    "¨": "\u0308",
    ˇ: "\u030C",
    "˘": "\u0306",
  }),
);
const bars = new Set("¯‾―_");
const opening = new Set("([{⟨⌊⌈|‖");
const closing = new Set(")]}⟩⌋⌉|‖");

/** Converts siblings. A summation operator takes what follows it as its operand; fenced content goes into the fence. */
function rowOf(children: readonly ElementContent[]): Part[] {
  const nodes = children.filter((child): child is Element => child.type === "element");
  const parts: Part[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (!node) continue;
    const operator = naryOf(node);
    if (operator) {
      const next = nodes[index + 1];
      parts.push(operator(next ? partsOf(next) : []));
      index += 1;
      continue;
    }
    parts.push(...partsOf(node));
  }
  const [first] = nodes;
  const last = nodes.at(-1);
  const open = first?.tagName === "mo" ? signOf(first) : undefined;
  const isFence = first?.properties["fence"] !== undefined && open !== undefined && opening.has(open);
  if (!isFence || !last || last === first || last.tagName !== "mo") return parts;
  const close = signOf(last);
  const isPair = (closing.has(close) || close === "") && !nodes.slice(1, -1).some((node) => isSign(node, open, close));
  return isPair ? [delimited(open, close, rowOf(nodes.slice(1, -1)))] : parts;
}

/** Widths in em: a quad, or a thin space. */
function spaceOf(width: number): Part[] {
  return width >= 0.8 ? [run("\u2003", "text")] : width > 0.1 ? [run("\u2009", "text")] : [];
}

function isSign(node: Element, ...signs: readonly string[]): boolean {
  return node.tagName === "mo" && signs.includes(signOf(node));
}

function partsOf(node: Element): Part[] {
  const [base, first, second] = node.children.filter((child): child is Element => child.type === "element");
  const of = (child: Element | undefined): Part[] => (child ? rowOf([child]) : []);
  switch (node.tagName) {
    case "mi":
      return [run(node, toString(node).length > 1 || node.properties["mathvariant"] === "normal" ? "p" : undefined)];
    case "mn":
    case "mo":
      return toString(node) === "" ? [] : [run(node, "p")];
    case "mtext":
    case "ms":
      return [run(node, "text")];
    case "mspace":
      return spaceOf(Number.parseFloat(String(node.properties["width"])) || 0);
    case "mfrac": {
      const isBar = !String(node.properties["linethickness"] ?? "1").startsWith("0");
      const type = isBar ? [] : [element("m:fPr", [value("m:type", "noBar")])];
      return [element("m:f", [...type, element("m:num", of(base)), element("m:den", of(first))])];
    }
    case "msqrt":
      return [radical([value("m:degHide", "1")], [], rowOf(node.children))];
    case "mroot":
      return [radical([], of(first), of(base))];
    case "msub":
      return [element("m:sSub", [element("m:e", of(base)), element("m:sub", of(first))])];
    case "msup":
      return [element("m:sSup", [element("m:e", of(base)), element("m:sup", of(first))])];
    case "msubsup":
      return [
        element("m:sSubSup", [element("m:e", of(base)), element("m:sub", of(first)), element("m:sup", of(second))]),
      ];
    case "munder":
      return [under(base, first, of)];
    case "mover":
      return [over(base, first, of)];
    case "munderover":
      return [limit("m:limUpp", [limit("m:limLow", of(base), of(first))], of(second))];
    case "mtable":
      return [matrix(node)];
    case "mphantom":
      return [element("m:phant", [element("m:e", rowOf(node.children))])];
    case "semantics":
      return of(base);
    case "annotation":
    case "annotation-xml":
      return [];
    default:
      return enclosed(classesOf(node), rowOf(node.children));
  }
}

/** Recognises a sum, product or integral with its limits; its operand follows. */
function naryOf(node: Element): ((body: readonly Part[]) => Part) | undefined {
  const children = node.children.filter((child): child is Element => child.type === "element");
  if (["mrow", "mstyle", "mpadded"].includes(node.tagName) && children.length === 1 && children[0])
    return naryOf(children[0]);
  const [base, first, second] = children;
  if (!base || base.tagName !== "mo" || !large.has(signOf(base)) || !/^m(?:sub|sup|under|over)/.test(node.tagName))
    return undefined;
  const isUp = ["msup", "mover"].includes(node.tagName);
  const [sub, sup] = isUp ? [undefined, first] : [first, second];
  const place = /under|over/.test(node.tagName) ? "undOvr" : "subSup";
  const properties = element("m:naryPr", [
    value("m:chr", signOf(base)),
    value("m:limLoc", place),
    ...(sub ? [] : [value("m:subHide", "1")]),
    ...(sup ? [] : [value("m:supHide", "1")]),
  ]);
  return (body) =>
    element("m:nary", [
      properties,
      element("m:sub", sub ? rowOf([sub]) : []),
      element("m:sup", sup ? rowOf([sup]) : []),
      element("m:e", body),
    ]);
}

function under(base: Element | undefined, mark: Element | undefined, of: (child?: Element) => Part[]): Part {
  const sign = mark?.tagName === "mo" ? signOf(mark) : "";
  if (bars.has(sign)) return bar("bot", of(base));
  if (sign === "⏟")
    return element("m:groupChr", [element("m:groupChrPr", [value("m:chr", sign)]), element("m:e", of(base))]);
  return limit("m:limLow", of(base), of(mark));
}

function over(base: Element | undefined, mark: Element | undefined, of: (child?: Element) => Part[]): Part {
  const sign = mark?.tagName === "mo" ? signOf(mark) : "";
  if (bars.has(sign)) return bar("top", of(base));
  const accent = accents.get(sign);
  if (accent !== undefined)
    return element("m:acc", [element("m:accPr", [value("m:chr", accent)]), element("m:e", of(base))]);
  if (sign === "⏞") {
    const properties = element("m:groupChrPr", [value("m:chr", sign), value("m:pos", "top"), value("m:vertJc", "bot")]);
    return element("m:groupChr", [properties, element("m:e", of(base))]);
  }
  return limit("m:limUpp", of(base), of(mark));
}

function matrix(node: Element): Part {
  const rows = node.children.filter(
    (child): child is Element => child.type === "element" && /^m(?:labeled)?tr$/.test(child.tagName),
  );
  return element(
    "m:m",
    rows.map((row) =>
      element(
        "m:mr",
        row.children.flatMap((cell) => (cell.type === "element" ? [element("m:e", rowOf(cell.children))] : [])),
      ),
    ),
  );
}
