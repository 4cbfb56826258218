import type { Root } from "hast";
import { visit } from "../../model/visit.ts";
import { setData } from "../hast.ts";
import type { FoundCitation } from "./resolve-citations.ts";

/** Attaches citations to their numbered placeholders. */
export function markCitations(tree: Root, found: readonly FoundCitation[]): void {
  visit(tree, "element", (node) => {
    const { dataCitation, ...properties } = node.properties;
    if (dataCitation === undefined) return;
    node.properties = properties;
    const citation = found[Number(dataCitation)];
    if (citation) setData(node, { citation });
  });
}
