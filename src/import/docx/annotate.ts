import type { Element, Root } from "xast";
import { x } from "xastscript";
import { SKIP, visit } from "../../model/visit.ts";
import { mathmlToTex } from "../math/mathml-to-tex.ts";
import { ommlToMathml } from "../math/omml-to-mathml.ts";
import { markLandscape } from "./landscape.ts";
import { emptyPageReferences } from "./page-references.ts";
import { type Mark, markRun } from "./mark.ts";
import type { ListLevel } from "./numbering.ts";
import { allElements, elementAt, elementsOf, textIn, valueAt } from "./parts.ts";
import { placeBoxes } from "./text-boxes.ts";
import { unwrap } from "./unwrap.ts";
import { indentOf, isMonospaced, valueAtLang, type WordStyles } from "./styles.ts";

/** State while the text of a document is annotated. */
export interface Annotating {
  readonly styles: WordStyles;
  readonly levelOf: (id: string, level: number) => ListLevel | undefined;
  /** Styles that the user has mapped; they are not annotated. */
  readonly isMapped: (id: string, name: string) => boolean;
  /** Primary language of the document. */
  readonly language: string | undefined;
  /** Languages found in runs. */
  readonly languages: Set<string>;
}

/** Converts formulas to runs of TeX, and adds to every paragraph a mark with what its HTML would lose. */
export function annotate(tree: Root, annotating: Annotating): void {
  removeBrandLogo(tree);
  unwrap(tree);
  placeBoxes(tree);
  writeFormulas(tree);
  for (const paragraph of allElements(tree, "w:p")) {
    emptyPageReferences(paragraph);
    annotateParagraph(paragraph, annotating);
  }
  markLandscape(tree);
}

/** Word has inline formulas (`m:oMath`) and displayed ones (`m:oMathPara`). */
function writeFormulas(tree: Root): void {
  visit(tree, "element", (node, index, parent) => {
    if (!/^m:oMath(?:Para)?$/.test(node.name) || !parent || index === undefined) return undefined;
    const isDisplayed = node.name === "m:oMathPara";
    const formulas = isDisplayed ? elementsOf(node, "m:oMath") : [node];
    const style = isDisplayed ? "OffprintDisplay" : "OffprintFormula";
    parent.children.splice(
      index,
      1,
      ...formulas.map((formula) => styledRun(style, mathmlToTex(ommlToMathml(formula)))),
    );
    return [SKIP, index + formulas.length];
  });
}

function styledRun(style: string, text: string): Element {
  return x("w:r", [x("w:rPr", [x("w:rStyle", { "w:val": style })]), x("w:t", { "xml:space": "preserve" }, text)]);
}

function annotateParagraph(paragraph: Element, annotating: Annotating): void {
  const { styles, levelOf, isMapped } = annotating;
  const properties = elementAt(paragraph, "w:pPr");
  const id = valueAt(properties, "w:pStyle");
  const style = styles.get(id);
  const mapped = id !== undefined && isMapped(id, style?.name ?? "");
  const outline = valueAt(properties, "w:outlineLvl");
  const heading = outline !== undefined && Number(outline) < 9 ? Number(outline) + 1 : style?.heading;
  const runs = allElements(paragraph, "w:r").filter((run) => textIn(run).trim() !== "");
  const isCode = runs.length > 0 && heading === undefined && runs.every((run) => isMonospaced(elementAt(run, "w:rPr")));
  const kind =
    mapped || heading !== undefined ? undefined : (style?.kind ?? (isCode || style?.isMonospaced ? "code" : undefined));
  const numbered = valueAt(properties, "w:numPr", "w:numId");
  const list =
    numbered === undefined
      ? style?.list
      : { id: numbered, level: Number(valueAt(properties, "w:numPr", "w:ilvl") ?? style?.list?.level ?? 0) };
  const level = list && heading === undefined && kind !== "contents" ? levelOf(list.id, list.level) : undefined;
  const indent = indentOf(properties) ?? level?.indent ?? style?.indent;
  const align = { center: "center", right: "right", end: "right" }[valueAt(properties, "w:jc") ?? ""];
  const mark: Mark = {
    ...(kind && { kind }),
    ...(list && level && level.kind !== "none" && { list: { ...list, ...level, ordered: level.kind === "ordered" } }),
    ...(list && level?.kind === "none" && { goesOn: list.level }),
    ...(indent !== undefined && indent > 0 && { indent }),
    ...((align === "center" || align === "right") && { align }),
  };
  settleProperties(properties, mapped ? undefined : heading, kind !== undefined);
  if (kind !== "code") annotateRuns(paragraph, annotating);
  if (elementAt(properties, "w:pageBreakBefore")) insertFirst(paragraph, x("w:r", [x("w:br", { "w:type": "page" })]));
  // An empty line of code counts; any other empty paragraph is only spacing.
  if (runs.length > 0 || kind === "code" || allElements(paragraph, "w:drawing").length > 0)
    insertFirst(paragraph, markRun(mark));
}

function insertFirst(paragraph: Element, run: Element): void {
  const index = paragraph.children.findIndex((child) => child.type === "element" && child.name === "w:pPr");
  paragraph.children.splice(index + 1, 0, run);
}

/** Removes numbering and plain styles, which the mark contains, and makes a style based on a heading that heading. */
function settleProperties(properties: Element | undefined, heading: number | undefined, isPlain: boolean): void {
  if (!properties) return;
  properties.children = properties.children.filter(
    (child) => child.type !== "element" || !(child.name === "w:numPr" || (isPlain && child.name === "w:pStyle")),
  );
  if (heading === undefined) return;
  properties.children = properties.children.filter((child) => child.type !== "element" || child.name !== "w:pStyle");
  properties.children.unshift(x("w:pStyle", { "w:val": `Heading${Math.min(heading, 6)}` }));
}

const codeStyle = /^(?:verbatim|source|html)?\s*(?:char|code|text|typewriter|teletype)$/i;

/** Gives runs in another language, and those in a monospaced font, a style for it. */
function annotateRuns(paragraph: Element, { styles, language, languages }: Annotating): void {
  for (const run of allElements(paragraph, "w:r")) {
    const properties = elementAt(run, "w:rPr");
    if (!properties) continue;
    const id = valueAt(properties, "w:rStyle");
    if (id?.startsWith("Offprint")) continue;
    const name = styles.get(id)?.name ?? id ?? "";
    const own = valueAtLang(properties)?.toLowerCase().split("-")[0];
    const isCode = codeStyle.test(name) || isMonospaced(properties) || styles.get(id)?.isMonospaced === true;
    const isForeign = own !== undefined && own !== language && /^[a-z]{2,3}$/.test(own) && /\p{L}/u.test(textIn(run));
    if (!isCode && !isForeign) continue;
    if (isForeign && !isCode) languages.add(own);
    properties.children = properties.children.filter((child) => child.type !== "element" || child.name !== "w:rStyle");
    properties.children.unshift(x("w:rStyle", { "w:val": isCode ? "OffprintCode" : `OffprintLang${own}` }));
  }
}

/** Removes the brand's logo from a document that Offprint made: each build adds it. */
function removeBrandLogo(tree: Root): void {
  visit(tree, "element", (node, index, parent) => {
    if (node.name !== "w:p" || !parent || index === undefined) return undefined;
    if (valueAt(elementAt(node, "w:pPr"), "w:pStyle") !== "BrandLogo") return undefined;
    parent.children.splice(index, 1);
    return index;
  });
}
