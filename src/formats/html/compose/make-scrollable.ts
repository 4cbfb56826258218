import type { Element, Root } from "hast";
import type { Messages } from "../../../i18n/messages.ts";
import { isBlank } from "../../../model/hast.ts";
import { SKIP, visit } from "../../../model/visit.ts";

/** Turns an empty header cell into a data cell: it heads nothing (axe, empty-table-header). */
function leaveCornerEmpty(table: Element): void {
  visit(table, "element", (cell) => {
    if (cell.tagName !== "th" || !cell.children.every(isBlank)) return;
    cell.tagName = "td";
    delete cell.properties["scope"];
  });
}

/** Makes wide tables scrollable on their own and by keyboard (WCAG 2.2, 2.1.1 and 1.4.10). */
export function makeScrollable(tree: Root, { table }: Pick<Messages, "table">): void {
  let count = 0;
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "table" || !parent || index === undefined) return undefined;
    const caption = node.children.find(
      (child): child is Element => child.type === "element" && child.tagName === "caption",
    );
    count += 1;
    leaveCornerEmpty(node);
    if (caption) caption.properties.id ??= `table-caption-${count}`;
    const name = caption ? { ariaLabelledBy: [String(caption.properties.id)] } : { ariaLabel: `${table} ${count}` };
    parent.children[index] = {
      type: "element",
      tagName: "div",
      properties: { className: ["scroll"], role: "region", tabIndex: 0, ...name },
      children: [node],
    };
    return SKIP;
  });
}
