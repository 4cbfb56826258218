import type { Element, Root } from "hast";
import { SKIP, visit } from "../model/visit.ts";
import { addClass, isBlank, isElement } from "./hast.ts";
import type { Report } from "../diagnostics/report.ts";

/**
 * Fixes what is allowed in Markdown or old HTML but not in a document: `h1` below the title, cells without scope, empty
 * `p`.
 */
export function tidy(tree: Root, report: Report): void {
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName === "p" && node.properties.id === undefined && node.children.every(isBlank)) {
      parent?.children.splice(index ?? 0, 1);
      return [SKIP, index ?? 0];
    }
    if (node.tagName === "ul" || node.tagName === "ol") markSpaced(node);
    if (node.tagName === "p" && parent && index !== undefined && leadsOn(node, parent, index))
      addClass(node, "lead-in");
    if (node.tagName === "tr") giveScopes(node, isElement(parent, "thead"));
    if (node.tagName === "td" || node.tagName === "th") alignByClass(node);
    if (node.tagName === "h1") {
      node.tagName = "h2";
      const message = "A second heading of the title's level is moved one level down.";
      report("oneTitle", node, message, 'Start sections with "##".');
    }
    return undefined;
  });
}

/** Marks lists with multi-paragraph items, so that items are spaced like paragraphs. */
function markSpaced(list: Element): void {
  const hasParagraphs = (item: Element): boolean => item.children.filter((child) => isElement(child, "p")).length > 1;
  if (list.children.some((item) => isElement(item, "li") && hasParagraphs(item))) addClass(list, "spaced");
}

/** Reports whether a paragraph is a bold line before text, like a heading. */
function leadsOn(paragraph: Element, { children }: Element | Root, index: number): boolean {
  const [only, more] = paragraph.children.filter((child) => !isBlank(child));
  if (!isElement(only, "strong", "b") || more) return false;
  let behind = index + 1;
  while (behind < children.length && children[behind]?.type !== "element") behind += 1;
  const next = children[behind];
  return isElement(next) && !/^h[1-6]$|^hr$/.test(next.tagName);
}

/** Sets scopes: a header cell refers to its column, unless there are data cells in its row. */
function giveScopes(row: Element, isInHead: boolean): void {
  const cells = row.children.filter((child) => isElement(child));
  const scope = isInHead || cells.every(({ tagName }) => tagName === "th") ? "col" : "row";
  for (const cell of cells) if (cell.tagName === "th") cell.properties["scope"] ??= scope;
}

function alignByClass(cell: Element): void {
  const { align } = cell.properties;
  delete cell.properties["align"];
  if (align === "left" || align === "center" || align === "right") addClass(cell, `align-${align}`);
}
