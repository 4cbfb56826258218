import type { CitationStyle, CslNode } from "../../model/citation-style.ts";

/** Reports whether the style cites in footnotes (CSL class "note"). */
export function writesNotes({ style }: CitationStyle): boolean {
  return style.attrs["class"] === "note";
}

/** Reports whether works are cited by their numbers in the list of references. */
export function isNumeric({ style }: CitationStyle): boolean {
  const citation = childOf(style, "citation");
  const macros = new Map(
    elementsOf(style).flatMap((node) => (node.name === "macro" ? [[node.attrs["name"] ?? "", node] as const] : [])),
  );
  return citation !== undefined && mentionsNumber(citation, macros);
}

/** Reports whether citations follow full stops and commas, as notes and raised numbers do. */
export function standsAfterPunctuation(style: CitationStyle): boolean {
  const citation = childOf(style.style, "citation");
  return writesNotes(style) || (citation !== undefined && raises(citation));
}

/** Reports whether a repeated citation may differ ("ibid."). */
export function dependsOnPlace(style: CitationStyle): boolean {
  return writesNotes(style) || asksForPlace(style.style);
}

function asksForPlace(node: CslNode): boolean {
  return node.attrs["position"] !== undefined || elementsOf(node).some(asksForPlace);
}

function raises(node: CslNode): boolean {
  return node.attrs["vertical-align"] === "sup" || elementsOf(node).some(raises);
}

/**
 * Reports whether a node uses the number, directly or in a called macro. Removes macros from `macros` to visit each
 * once.
 */
function mentionsNumber(node: CslNode, macros: Map<string, CslNode>): boolean {
  if (node.attrs["variable"] === "citation-number") return true;
  const called = macros.get(node.attrs["macro"] ?? "");
  if (called) macros.delete(node.attrs["macro"] ?? "");
  return [...elementsOf(node), ...(called ? [called] : [])].some((inner) => mentionsNumber(inner, macros));
}

function childOf(node: CslNode, name: string): CslNode | undefined {
  return elementsOf(node).find((child) => child.name === name);
}

function elementsOf({ children }: CslNode): CslNode[] {
  return children.filter((child): child is CslNode => typeof child !== "string");
}
