import type { CitationStyle, CslNode } from "../../model/citation-style.ts";

/** Whether the style cites in footnotes (CSL: class "note"). */
export function writesNotes({ style }: CitationStyle): boolean {
  return style.attrs["class"] === "note";
}

/** Whether works are cited by their numbers in the list of references. */
export function isNumeric({ style }: CitationStyle): boolean {
  const citation = childOf(style, "citation");
  return citation !== undefined && (mentionsNumber(citation) || mentionsNumber(macroOf(style, citation)));
}

/** Whether citations stand after full stops and commas: notes, and raised numbers. */
export function standsAfterPunctuation(style: CitationStyle): boolean {
  const citation = childOf(style.style, "citation");
  return writesNotes(style) || (citation !== undefined && raises(citation));
}

function raises(node: CslNode): boolean {
  return node.attrs["vertical-align"] === "sup" || elementsOf(node).some(raises);
}

function mentionsNumber(node: CslNode | undefined): boolean {
  return node?.attrs["variable"] === "citation-number" || (node !== undefined && elementsOf(node).some(mentionsNumber));
}

/** The macros that the citation calls, together. */
function macroOf(style: CslNode, citation: CslNode): CslNode {
  const called = new Set(callsIn(citation));
  const macros = elementsOf(style).filter(({ name, attrs }) => name === "macro" && called.has(attrs["name"] ?? ""));
  return { name: "macros", attrs: {}, children: macros };
}

function callsIn(node: CslNode): string[] {
  const own = node.attrs["macro"];
  return [...(own === undefined ? [] : [own]), ...elementsOf(node).flatMap(callsIn)];
}

function childOf(node: CslNode, name: string): CslNode | undefined {
  return elementsOf(node).find((child) => child.name === name);
}

function elementsOf({ children }: CslNode): CslNode[] {
  return children.filter((child): child is CslNode => typeof child !== "string");
}
