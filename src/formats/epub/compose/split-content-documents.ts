import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import type { ContentDocument } from "./chapters.ts";

/**
 * Bytes of markup per document. Reading systems lay out whole documents: on e-ink, 300 kB can take seconds, and old
 * Adobe systems refuse more.
 */
const most = 260_000;

/**
 * Splits long chapters into several documents, between sections if possible, otherwise between blocks; never after a
 * heading. Only the first keeps the chapter's name and role.
 */
export function splitContentDocuments(leaves: readonly ContentDocument[]): ContentDocument[] {
  return leaves.flatMap((leaf) =>
    divide(leaf.tree).map((tree, index): ContentDocument =>
      index === 0 ? { ...leaf, tree } : { ...leaf, tree, path: leaf.path.replace(/\.xhtml$/, `.${index + 1}.xhtml`) },
    ),
  );
}

/** Splits an element into several of the same kind that share its content, each no larger than necessary. */
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

/** Removes identity attributes from a continuation. */
function continued(properties: Element["properties"]): Element["properties"] {
  const names = new Set(["id", "ariaLabelledBy", "role", "epub:type"]);
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !names.has(name)));
}

function isSection(node: ElementContent): node is Element {
  return node.type === "element" && node.tagName === "section";
}

/** Reports whether content ends with a heading, or a page mark before one, which must stay with what follows. */
function endsWithHeading(children: readonly ElementContent[] = []): boolean {
  const last = children.findLast((child) => child.type === "element");
  return last?.type === "element" && (/^h[1-6]$/.test(last.tagName) || last.properties.role === "doc-pagebreak");
}

function hasContent(children: readonly ElementContent[]): boolean {
  return children.some((child) => sizeOf(child) > 0);
}

/** Returns the size in bytes; white space between blocks does not count. */
function sizeOf(node: ElementContent): number {
  if (node.type === "comment" || (node.type === "text" && node.value.trim() === "")) return 0;
  return Buffer.byteLength(toHtml(node));
}
