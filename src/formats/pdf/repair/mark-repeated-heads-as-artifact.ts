import type { Job } from "./repair.ts";
import { markAsArtifact, type ArtifactContent, artifactContentOf } from "./mark-as-artifact.ts";
import { type Element, elementsOf, marksOf, typeOf, withDescendants } from "../read/structure-tree.ts";

/**
 * Turns repeated table heads and feet into artifacts (ISO 32000-1, 14.8.2.2.1): they are printed on each page, but must
 * be read only once. The head on the first page and the foot on the last stay in the structure tree.
 */
export function markRepeatedHeadsAsArtifact({ document, pages: all, origins }: Job): void {
  const { context } = document;
  const pages = document.getPages();
  const rows = elementsOf(document).filter(({ dict }) => typeOf(dict) === "TR");
  markAsArtifact(document, all, rows.flatMap(repeatedIn));

  function repeatedIn(row: Element): ArtifactContent[] {
    const parts = withDescendants(context, row);
    const around = parts.flatMap(({ ref }) => origins.get(ref)?.map(({ tagName }) => tagName) ?? []);
    const isHead = around.includes("thead");
    if (!isHead && !around.includes("tfoot")) return [];
    const shown = new Set(parts.flatMap((part) => marksOf(document, part)).map(({ page }) => page));
    const home = isHead ? pages.find((page) => shown.has(page)) : pages.findLast((page) => shown.has(page));
    return parts.flatMap((part) => artifactContentOf(document, part, ({ page }) => page !== home));
  }
}
