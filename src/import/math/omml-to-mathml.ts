import type { Element as MathElement, ElementContent } from "hast";
import { h } from "hastscript";
import type { Element, ElementContent as Content } from "xast";

type Convert = (node: Element) => ElementContent[];

/** Converters from Office Math (ECMA-376, part 1, 22.1) to MathML. */
const named: Readonly<Record<string, Convert>> = {
  "m:r": run,
  "m:f": (node) => {
    const type = property(node, "m:type");
    if (type === "lin") return [part(node, "m:num"), h("mo", "/"), part(node, "m:den")];
    return [h("mfrac", type === "noBar" ? { linethickness: "0" } : {}, part(node, "m:num"), part(node, "m:den"))];
  },
  "m:rad": (node) =>
    contentOf(node, "m:deg").length === 0 || isOn(node, "m:degHide")
      ? [h("msqrt", part(node, "m:e"))]
      : [h("mroot", part(node, "m:e"), part(node, "m:deg"))],
  "m:sSup": (node) => [h("msup", part(node, "m:e"), part(node, "m:sup"))],
  "m:sSub": (node) => [h("msub", part(node, "m:e"), part(node, "m:sub"))],
  "m:sSubSup": (node) => [h("msubsup", part(node, "m:e"), part(node, "m:sub"), part(node, "m:sup"))],
  "m:sPre": (node) => [
    h("mmultiscripts", part(node, "m:e"), h("mprescripts"), part(node, "m:sub"), part(node, "m:sup")),
  ],
  "m:nary": nary,
  "m:d": delimiters,
  "m:func": (node) => [...contentOf(node, "m:fName"), h("mspace", { width: "0.1667em" }), part(node, "m:e")],
  "m:limLow": (node) => [h("munder", part(node, "m:e"), part(node, "m:lim"))],
  "m:limUpp": (node) => [h("mover", part(node, "m:e"), part(node, "m:lim"))],
  "m:acc": (node) => [h("mover", { accent: "true" }, part(node, "m:e"), h("mo", property(node, "m:chr") ?? "\u0302"))],
  "m:bar": (node) =>
    property(node, "m:pos") === "top"
      ? [h("mover", part(node, "m:e"), h("mo", "‾"))]
      : [h("munder", part(node, "m:e"), h("mo", "‾"))],
  "m:groupChr": (node) => {
    const name = property(node, "m:pos") === "top" ? "mover" : "munder";
    return [h(name, part(node, "m:e"), h("mo", property(node, "m:chr") ?? "⏟"))];
  },
  "m:borderBox": (node) => [h("menclose", part(node, "m:e"))],
  "m:phant": (node) => [h("mphantom", part(node, "m:e"))],
  "m:m": (node) => [
    h(
      "mtable",
      childrenOf(node, "m:mr").map((row) =>
        h(
          "mtr",
          childrenOf(row, "m:e").map((cell) => h("mtd", ...convertAll(cell.children))),
        ),
      ),
    ),
  ],
  "m:eqArr": (node) => [
    h(
      "mtable",
      { columnalign: "right left" },
      childrenOf(node, "m:e").map((line) => h("mtr", splitAtMarks(convertAll(line.children)))),
    ),
  ],
};

/** Converts a formula of a Word document to MathML, without the `math` element. */
export function ommlToMathml(formula: Element): MathElement {
  return h("math", ...convertAll(formula.children));
}

function convertAll(children: readonly Content[]): ElementContent[] {
  return children.flatMap((child) => {
    if (child.type !== "element" || child.name.endsWith("Pr")) return [];
    return named[child.name]?.(child) ?? convertAll(child.children);
  });
}

/** Converts a run of text to elements for numbers, identifiers and operators. */
function run(node: Element): ElementContent[] {
  const text = childrenOf(node, "m:t")
    .flatMap(({ children }) => children.map((child) => (child.type === "text" ? child.value : "")))
    .join("");
  const style = property(node, "m:sty", "m:rPr");
  if (text.trim() !== "" && childrenOf(node, "m:rPr").some((child) => isOn(child, "m:nor"))) return [h("mtext", text)];
  const script = property(node, "m:scr", "m:rPr");
  const variant =
    script ?? (style === "p" ? "normal" : style === "b" ? "bold" : style === "bi" ? "bold-italic" : undefined);
  const tokens = text.match(style === "p" ? /\d+(?:[.,]\d+)*|\p{L}+|\s+|[^\s]/gu : /\d+(?:[.,]\d+)*|\s+|[^\s]/gu) ?? [];
  return tokens.flatMap((token) => {
    if (/^\s/.test(token))
      return [
        h("mspace", {
          width: /[\u2000-\u2003]/.test(token) ? "1em" : /[\u2004-\u200A\u202F]/.test(token) ? "0.1667em" : "0",
        }),
      ];
    if (/^\d/.test(token)) return [h("mn", token)];
    if (/^[\p{L}∞∂∇]/u.test(token)) return [h("mi", variant === undefined ? {} : { mathvariant: variant }, token)];
    return [h("mo", token)];
  });
}

function nary(node: Element): ElementContent[] {
  const sign = h("mo", property(node, "m:chr") ?? "∫");
  const [sub, sup] = [part(node, "m:sub"), part(node, "m:sup")];
  const hasSub = contentOf(node, "m:sub").length > 0 && !isOn(node, "m:subHide");
  const hasSup = contentOf(node, "m:sup").length > 0 && !isOn(node, "m:supHide");
  const operator =
    hasSub && hasSup
      ? h("msubsup", sign, sub, sup)
      : hasSub
        ? h("msub", sign, sub)
        : hasSup
          ? h("msup", sign, sup)
          : sign;
  return [operator, ...contentOf(node, "m:e")];
}

function delimiters(node: Element): ElementContent[] {
  const separator = property(node, "m:sepChr") ?? "|";
  const parts = childrenOf(node, "m:e").map((child) => convertAll(child.children));
  const inner = parts.flatMap((child, index) => (index > 0 ? [h("mo", separator), ...child] : child));
  const fence = (name: string, usual: string) => {
    const sign = property(node, name) ?? usual;
    return h("mo", sign);
  };
  return [h("mrow", fence("m:begChr", "("), ...inner, fence("m:endChr", ")"))];
}

/** Splits an equation array into columns at its alignment marks (ECMA-376, 22.1.2.34). */
function splitAtMarks(nodes: readonly ElementContent[]): MathElement[] {
  const cells: ElementContent[][] = [[]];
  for (const node of nodes) {
    const isMark =
      node.type === "element" &&
      node.tagName === "mo" &&
      node.children[0]?.type === "text" &&
      node.children[0].value === "&";
    if (isMark) cells.push([]);
    else cells.at(-1)?.push(node);
  }
  return cells.map((cell) => h("mtd", ...cell));
}

function part(node: Element, name: string): MathElement {
  return h("mrow", ...contentOf(node, name));
}

function contentOf(node: Element, name: string): ElementContent[] {
  return childrenOf(node, name).flatMap(({ children }) => convertAll(children));
}

function childrenOf(node: Element, name: string): Element[] {
  return node.children.filter((child): child is Element => child.type === "element" && child.name === name);
}

/** Returns the value of a property, from the element's properties or those named by `holder`. */
function property(node: Element, name: string, holder = `${node.name}Pr`): string | undefined {
  const found = childrenOf(node, holder).flatMap((child) => childrenOf(child, name))[0];
  return found?.attributes["m:val"] ?? (found ? "" : undefined);
}

function isOn(node: Element, name: string): boolean {
  const holders = childrenOf(node, `${node.name}Pr`);
  const found = (holders.length > 0 ? holders : [node]).flatMap((element) => childrenOf(element, name))[0];
  const value = found?.attributes["m:val"];
  return found !== undefined && value !== "0" && value !== "off" && value !== "false";
}
