import type { Element, ElementContent } from "hast";
import type { EditionName } from "../../model/edition.ts";

/**
 * Removes content that is only for other editions. Also removes condition marks, elements that only carried one, and
 * elements that become empty.
 */
export function keepContent(content: readonly ElementContent[], edition: EditionName): ElementContent[] {
  return content.flatMap((node) => (node.type === "element" ? keepElement(node, edition) : [node]));
}

function keepElement(node: Element, edition: EditionName): ElementContent[] {
  if (!isFor(node, edition)) return [];
  const { dataEditions, ...properties } = node.properties;
  const children = keepContent(node.children, edition);
  if (node.children.some(isContent) && !children.some(isContent) && !cells.has(node.tagName)) return [];
  const onlyCarried = dataEditions !== undefined && carriers.has(node.tagName) && Object.keys(properties).length === 0;
  return onlyCarried ? children : [{ ...node, properties, children }];
}

const carriers = new Set(["div", "span"]);

/** A cell cannot be removed from a row without shifting the others. */
const cells = new Set(["td", "th"]);

function isFor({ properties: { dataEditions } }: Element, edition: EditionName): boolean {
  return dataEditions === undefined || String(dataEditions).split(" ").includes(edition);
}

function isContent(node: ElementContent): boolean {
  return node.type === "element" || (node.type === "text" && node.value.trim() !== "");
}
