import type { Element, ElementContent } from "hast";
import type { EditionName } from "../../model/edition.ts";

/**
 * Content without what other editions have alone. Marks are taken off, and elements that did nothing but carry one. What
 * holds nothing any more goes too.
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

/** A row without one of them would be another row. */
const cells = new Set(["td", "th"]);

function isFor({ properties: { dataEditions } }: Element, edition: EditionName): boolean {
  return dataEditions === undefined || String(dataEditions).split(" ").includes(edition);
}

function isContent(node: ElementContent): boolean {
  return node.type === "element" || (node.type === "text" && node.value.trim() !== "");
}
