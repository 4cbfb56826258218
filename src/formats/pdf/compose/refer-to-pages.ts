import type { Root } from "hast";
import { SKIP, visit } from "../../../model/visit.ts";
import type { Messages } from "../../../i18n/messages.ts";
import { hasClass } from "../../../model/hast.ts";

/**
 * Adds page numbers to references, as in "Figure 2 (page 5)", where the target is on another page than the reference:
 * readers of paper cannot follow links. Each reference gets an id, so that the next print tells its page.
 */
export function referToPages(tree: Root, words: Messages, pages: ReadonlyMap<string, number> = new Map()): void {
  let count = 0;
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "a" || !hasClass(node, "cross-reference") || !parent || index === undefined) return undefined;
    count += 1;
    const id = `offprint.reference-${count}`;
    node.properties.id = id;
    const page = pages.get(String(node.properties["href"]).slice(1));
    if (page === undefined || page === pages.get(id)) return SKIP;
    const value = ` (${words.onPage.replaceAll(" ", "\u00A0").replace("#", String(page))})`;
    parent.children.splice(index + 1, 0, { type: "text", value });
    return [SKIP, index + 2];
  });
}
