import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";
import { h } from "hastscript";
import { translations } from "../../i18n/messages.ts";
import { visit } from "../../model/visit.ts";

/** Other programs' abbreviations of "figure" and "table". */
const others = "fig|figura|abb|tab|tabla|tableau|tabela|illustration|drawing|शक्ल|圖".split("|");
const words = Object.values(translations).flatMap(({ figure, table, box }) => [figure, table, box]);

const label = new RegExp(
  String.raw`^\s*(?:${[...words, ...others].join("|")})\.?[\s\u00A0]*\p{Nd}+(?:[.\-–]\p{Nd}+)*[\s\u00A0]*[.:–—-]?[\s\u00A0]*`,
  "iu",
);

const tableLabel = new RegExp(
  String.raw`^\s*(?:${[...Object.values(translations).map(({ table }) => table), "tab", "tabla", "tableau", "tabela"].join("|")})(?!\p{L})`,
  "iu",
);

/** Removes the number from a caption, because each edition numbers it again. */
export function captionText(caption: Element): void {
  let left = label.exec(toString(caption))?.[0].length ?? 0;
  visit(caption, "text", (node) => {
    const cut = Math.min(left, node.value.length);
    node.value = node.value.slice(cut);
    left -= cut;
  });
}

/** Reports whether a paragraph holds only an image. */
export function isPicture(block: Element): boolean {
  if (block.tagName !== "p" || toString(block).trim() !== "") return false;
  let pictures = 0;
  visit(block, "element", (node) => void (node.tagName === "img" && (pictures += 1)));
  return pictures > 0;
}

/** Moves captions into tables, and those above pictures into figures: one above belongs to the table, and so does one below that no other table follows. */
export function captionTables(root: Root): void {
  const isBlock = (node: Root["children"][number]): node is Element => node.type === "element";
  const blocks = root.children.filter(isBlock);
  for (const [index, block] of blocks.entries()) {
    if (String(block.properties["className"]) !== "caption") continue;
    const below = blocks[index + 1];
    // A caption that is called after a figure is none of a table; below its picture, it has been read.
    if (label.test(toString(block)) && !tableLabel.test(toString(block))) {
      if (below && isPicture(below)) captionPicture(below, block, root);
      continue;
    }
    const table = [blocks[index + 1], blocks[index - 1]].find(
      (element) => element?.tagName === "table" && !hasCaption(element),
    );
    if (!table) continue;
    captionText(block);
    table.children.unshift(h("caption", {}, ...block.children));
    root.children.splice(root.children.indexOf(block), 1);
  }
}

function hasCaption(table: Element): boolean {
  return table.children.some((child) => child.type === "element" && child.tagName === "caption");
}

function captionPicture(picture: Element, block: Element, root: Root): void {
  captionText(block);
  picture.tagName = "figure";
  picture.children = [h("figcaption", {}, ...block.children), ...picture.children];
  root.children.splice(root.children.indexOf(block), 1);
}
