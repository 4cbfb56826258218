import type { Element, Root } from "xast";
import { x } from "xastscript";
import { allElements, elementAt, elementsOf, textIn, valueAt } from "./parts.ts";
import type { WordStyles } from "./styles.ts";

/** Half points: what a title is at least set in, and how much larger than anything else on its page. */
const smallest = 28;
const larger = 1.15;
const maxLines = 3;
const maxCharacters = 250;

/**
 * Moves the title of a title page, which stands before the first heading, to the start. Where no line has the style of a
 * title, the largest lines are the title: many write a title page without styles.
 */
export function showTitle(tree: Root, styles: WordStyles): void {
  const body = elementAt(tree, "w:document", "w:body");
  const blocks = elementsOf(body);
  const headings = blocks.map((block) => styles.get(styleOf(block))?.heading !== undefined);
  const end = blocks.findIndex((block, index) => headings[index] === true || block.name !== "w:p" || endsPage(block));
  if (!body || end < 0 || !headings.includes(true)) return;
  const page = blocks.slice(0, endsPage(blocks[end] as Element) ? end + 1 : end).filter(({ name }) => name === "w:p");
  const styled = page.filter((block) => /^title$/i.test(styles.get(styleOf(block))?.name ?? styleOf(block) ?? ""));
  if (styled.length > 0) {
    body.children = [...styled, ...body.children.filter((child) => !styled.includes(child as Element))];
    return;
  }
  const lines = page.filter((block) => textIn(block).trim() !== "");
  const sizes = lines.map(sizeOf);
  const size = Math.max(0, ...sizes);
  const title = lines.filter((_, index) => sizes[index] === size);
  const first = lines.indexOf(title[0] as Element);
  const others = sizes.filter((each) => each !== size);
  const areAdjacent = title.every((line, index) => lines[first + index] === line);
  const length = title.reduce((sum, line) => sum + textIn(line).length, 0);
  if (size < smallest || size < larger * Math.max(0, ...others)) return;
  // Notes and pictures stay where they are.
  if (title.some((line) => ["w:drawing", "w:footnoteReference"].some((name) => allElements(line, name).length > 0)))
    return;
  if (!areAdjacent || title.length > maxLines || length > maxCharacters) return;
  const words = title.map((line) => textIn(line).trim()).join(" ");
  const paragraph = x("w:p", [
    x("w:pPr", [x("w:pStyle", { "w:val": "Title" })]),
    x("w:r", [x("w:t", { "xml:space": "preserve" }, words)]),
  ]);
  body.children = [paragraph, ...body.children.filter((child) => !title.includes(child as Element))];
}

function styleOf(block: Element): string | undefined {
  return valueAt(block, "w:pPr", "w:pStyle");
}

/** Returns the size that all words of a paragraph are set in, in half points; 0 where its runs say none. */
function sizeOf(paragraph: Element): number {
  const runs = allElements(paragraph, "w:r").filter((run) => textIn(run).trim() !== "");
  if (runs.length === 0) return 0;
  return Math.min(...runs.map((run) => Number(valueAt(run, "w:rPr", "w:sz") ?? 0)));
}

function endsPage(block: Element): boolean {
  const isBreak = allElements(block, "w:br").some(({ attributes }) => attributes["w:type"] === "page");
  return isBreak || allElements(block, "w:sectPr").length > 0;
}
