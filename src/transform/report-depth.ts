import type { Element, Root, RootContent } from "hast";
import type { Report } from "../diagnostics/report.ts";
import { limits } from "../model/limits.ts";

/** Reports the first element that is nested deeper than readers of books can read. */
export function reportDepth(tree: Root, report: Report): void {
  const found = firstBelow(tree.children, limits.elementDepth);
  if (!found) return;
  const message = `More than ${limits.elementDepth} elements are nested in each other here.`;
  report("sourceSize", found, message, "Close HTML elements, and quote or list to a few levels only.");
}

/** Returns it, or the nearest element around it that has a position. */
function firstBelow(nodes: readonly RootContent[], levels: number): Element | undefined {
  for (const node of nodes) {
    if (node.type !== "element") continue;
    const found = levels === 0 ? node : firstBelow(node.children, levels - 1);
    if (found) return found.position ? found : node;
  }
  return undefined;
}
