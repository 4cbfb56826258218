import type { Root } from "hast";
import { hasClass } from "../../../model/hast.ts";
import { visit } from "../../../model/visit.ts";
import type { Sheet } from "./papers.ts";
import type { PrintDocument } from "./print-document.ts";

/** The class of a small figure that stands beside the text where there is room. */
const sideClass = "side";

/** Widens the text area of a page for notes or small figures beside the text, which keeps its width. */
export function fitSheet({ sheet, notes, tree, turned }: PrintDocument): Sheet {
  const { edge, outer, number } = sheet;
  if (edge === undefined) return sheet;
  const wide = { ...sheet, outer: edge, beside: `calc(${outer} - ${edge})` };
  if (notes.placement === "side") return wide;
  // Notes have the margin first; on turned pages, and on sheets that are bound, it is not always on the same side.
  const isFree = number === "foot" && turned.size === 0;
  return isFree && hasSide(tree) ? { ...wide, takesFigures: true } : sheet;
}

function hasSide(tree: Root): boolean {
  let found = false;
  visit(tree, "element", (node) => void (found ||= node.tagName === "figure" && hasClass(node, sideClass)));
  return found;
}
