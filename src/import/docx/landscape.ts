import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import type { Element as XmlElement, Root as Xml } from "xast";
import { x } from "xastscript";
import { markRun } from "./mark.ts";
import { elementAt, elementsOf } from "./parts.ts";

/**
 * Marks where sections on landscape pages begin and end (ECMA-376, 17.6.17, 17.6.13), except in a document of nothing
 * else. The properties of a section are in its last paragraph, those of the last section at the end of the body.
 */
export function markLandscape(tree: Xml): void {
  const body = elementAt(tree, "w:document", "w:body");
  if (!body) return;
  const sections: { readonly blocks: XmlElement[]; isTurned: boolean }[] = [];
  let blocks: XmlElement[] = [];
  for (const block of elementsOf(body)) {
    const properties = block.name === "w:sectPr" ? block : elementAt(block, "w:pPr", "w:sectPr");
    if (block !== properties) blocks.push(block);
    if (!properties) continue;
    sections.push({ blocks, isTurned: isLandscape(properties) });
    blocks = [];
  }
  if (sections.every(({ isTurned }) => isTurned)) return;
  const marked = sections.flatMap(({ blocks: own, isTurned }) =>
    isTurned ? [boundary("begin"), ...own, boundary("end")] : own,
  );
  body.children = [...marked, ...blocks, ...elementsOf(body, "w:sectPr")];
}

function isLandscape(section: XmlElement): boolean {
  const { "w:w": width, "w:h": height } = elementAt(section, "w:pgSz")?.attributes ?? {};
  return Number(width) > Number(height);
}

function boundary(landscape: "begin" | "end"): XmlElement {
  return x("w:p", [markRun({ landscape })]);
}

/** The element of a boundary between the blocks of a document, until they are grouped. */
const boundaryName = "landscape-boundary";

/** Returns the element for a boundary. */
export function boundaryBlock(landscape: "begin" | "end"): Element {
  return h(boundaryName, { className: [landscape] });
}

/** Groups the blocks between boundaries: a heading whose whole section is there turns it; other blocks get an element. */
export function groupLandscape(root: Root): void {
  let isTurned = false;
  const all: { readonly node: ElementContent; readonly isTurned: boolean }[] = [];
  for (const node of root.children as ElementContent[]) {
    if (node.type === "element" && node.tagName === boundaryName)
      isTurned = (node.properties["className"] as string[])[0] === "begin";
    else all.push({ node, isTurned });
  }
  const made: ElementContent[] = [];
  let open: Element | undefined;
  let inside = 0;
  // It becomes the title.
  const first = all.find(({ node }) => levelOf(node) !== undefined)?.node;
  for (const [index, { node, isTurned: turned }] of all.entries()) {
    const level = levelOf(node);
    if (index < inside) {
      made.push(node);
      continue;
    }
    if (level !== undefined && turned && node !== first) {
      const end = all.findIndex((other, at) => at > index && (levelOf(other.node) ?? 7) <= level);
      const section = all.slice(index, end < 0 ? undefined : end);
      if (section.every((other) => other.isTurned)) {
        (node as Element).children.push(h("heading-id", { className: ["landscape"] }));
        inside = index + section.length;
      }
    }
    const isWrapped = turned && level === undefined;
    if (isWrapped && !open) made.push((open = h("landscape-pages")));
    if (isWrapped && open) open.children.push(node);
    else made.push(node);
    if (!isWrapped) open = undefined;
  }
  root.children = made;
}

function levelOf(node: ElementContent): number | undefined {
  const level = node.type === "element" ? /^h([1-6])$/.exec(node.tagName)?.[1] : undefined;
  return level === undefined ? undefined : Number(level);
}
