import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import { visit } from "../../../model/visit.ts";
import type { DocumentTree } from "./addresses.ts";
import { elementsIn } from "../../../model/hast.ts";

/** `epub:type` values by DPUB-ARIA role, which reading systems with pop-up footnotes look for. */
const semantics: Readonly<Record<string, string>> = {
  "doc-noteref": "noteref",
  "doc-backlink": "backlink",
  "doc-endnotes": "endnotes",
  "doc-biblioref": "biblioref",
  "doc-bibliography": "bibliography",
  "doc-glossary": "glossary",
  "doc-glossref": "glossref",
};

/** Sets `epub:type` on references to and lists of footnotes and terms (EPUB 3 Structural Semantics 1.1). */
export function markNotes(tree: Element): void {
  visit(tree, "element", (node) => {
    const type = semantics[String(node.properties.role)];
    if (type === undefined) return;
    node.properties["epub:type"] = type;
    if (type !== "endnotes") return;
    node.children = node.children.flatMap((child): ElementContent[] => (isList(child) ? toAsides(child) : [child]));
  });
}

/** Turns every footnote into an `aside`, which can pop up; its list number becomes text. */
function toAsides(list: Element): Element[] {
  const items = elementsIn(list);
  return items.map((item) => {
    const number = h("span", { className: ["note-number"] }, `${item.data?.footnote?.mark ?? ""}.`);
    const content = startWith([number, { type: "text", value: " " }], inParagraphs(item.children));
    const properties = { id: item.properties.id, "epub:type": "footnote", role: "doc-footnote" };
    return { type: "element", tagName: "aside", properties, children: content };
  });
}

/**
 * Encloses bare text in paragraphs, if the back link follows a list: old readers do not know `aside` and would join
 * footnotes.
 */
function inParagraphs(content: readonly ElementContent[]): ElementContent[] {
  const blocks: ElementContent[] = [];
  let line: Element | undefined;
  for (const child of content) {
    const isInline =
      child.type === "text" ? child.value.trim() !== "" : child.type === "element" && child.tagName === "a";
    if (!isInline && (child.type !== "text" || !line)) line = undefined;
    else if (line) line.children.push(child);
    if (isInline && !line) blocks.push((line = h("p", [child])));
    else if (!line) blocks.push(child);
  }
  return blocks;
}

/** Prepends words to the first paragraph, or adds a paragraph of their own before other content. */
function startWith(words: readonly ElementContent[], content: readonly ElementContent[]): ElementContent[] {
  const blocks = content.filter((child) => child.type !== "text" || child.value.trim() !== "");
  const [first, ...rest] = blocks;
  if (first?.type === "element" && first.tagName === "p")
    return [{ ...first, children: [...words, ...first.children] }, ...rest];
  return [{ type: "element", tagName: "p", properties: {}, children: [...words] }, ...blocks];
}

function isList(node: ElementContent): node is Element {
  return node.type === "element" && node.tagName === "ol";
}

/** Returns the address of a book's first list of footnotes. */
export function firstNotes(leaves: readonly DocumentTree[]): string | undefined {
  for (const { path, tree } of leaves) {
    const sections = elementsIn(tree);
    const notes = sections.find(({ properties }) => properties.role === "doc-endnotes");
    const heading = notes?.children.find(
      (child): child is Element => child.type === "element" && /^h[1-6]$/.test(child.tagName),
    );
    if (heading?.properties.id !== undefined) return `${path}#${String(heading.properties.id)}`;
  }
  return undefined;
}
