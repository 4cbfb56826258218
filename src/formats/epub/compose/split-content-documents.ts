import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import type { ContentDocument } from "./chapters.ts";

/**
 * Bytes of markup in one document. Reading systems lay out a document as a whole; on e-ink some take seconds for
 * 300 kB, and old ones of Adobe's refuse more than that.
 */
const most = 260_000;

/**
 * Long chapters as several documents, divided between sections where that is possible, else between blocks; never
 * behind a heading. Only the first has the chapter's name and role.
 */
export function splitContentDocuments(leaves: readonly ContentDocument[]): ContentDocument[] {
  return leaves.flatMap((leaf) =>
    divide(leaf.tree).map((tree, index): ContentDocument =>
      index === 0 ? { ...leaf, tree } : { ...leaf, tree, path: leaf.path.replace(/\.xhtml$/, `.${index + 1}.xhtml`) },
    ),
  );
}

/** An element as several of its kind that hold its content in turn, each no larger than it must be. */
function divide(element: Element): Element[] {
  if (sizeOf(element) <= most) return [element];
  const pieces: ElementContent[][] = [[]];
  let size = 0;
  const open = (): void => {
    if (size > 0) pieces.push([]);
    size = 0;
  };
  const add = (child: ElementContent): void => {
    pieces.at(-1)?.push(child);
    size += sizeOf(child);
  };
  for (const child of element.children) {
    const [first, ...rest] = isSection(child) ? divide(child) : [child];
    if (first && size + sizeOf(first) > most && !endsWithHeading(pieces.at(-1))) open();
    if (first) add(first);
    for (const piece of rest) {
      open();
      add(piece);
    }
  }
  return pieces.filter(hasContent).map((children, index) => ({
    ...element,
    properties: index === 0 ? element.properties : continued(element.properties),
    children,
  }));
}

/** What goes on has not the name of what began. */
function continued(properties: Element["properties"]): Element["properties"] {
  const names = new Set(["id", "ariaLabelledBy", "role", "epub:type"]);
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !names.has(name)));
}

function isSection(node: ElementContent): node is Element {
  return node.type === "element" && node.tagName === "section";
}

/** A heading, and a mark of a page before it, stay with what follows. */
function endsWithHeading(children: readonly ElementContent[] = []): boolean {
  const last = children.findLast((child) => child.type === "element");
  return last?.type === "element" && (/^h[1-6]$/.test(last.tagName) || last.properties.role === "doc-pagebreak");
}

function hasContent(children: readonly ElementContent[]): boolean {
  return children.some((child) => sizeOf(child) > 0);
}

/** Space between blocks is nothing that a document could begin or end with. */
function sizeOf(node: ElementContent): number {
  if (node.type === "comment" || (node.type === "text" && node.value.trim() === "")) return 0;
  return Buffer.byteLength(toHtml(node));
}
