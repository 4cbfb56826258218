import type { Element } from "hast";
import { visit } from "../../../model/visit.ts";
import type { Root as XmlRoot, Element as XmlElement } from "xast";
import type { SourceOrigin } from "../../../model/origin.ts";

/** Carries an element's origin through the text layout; removed from finished documents. */
const attribute = "data-offprint-origin";

/** Before the layout: copies origins from the elements' data to the attribute. */
export function writeOrigins(tree: Element): void {
  visit(tree, "element", (node) => {
    const origin = node.data?.origin;
    if (origin) node.properties[attribute] = JSON.stringify([origin.file, origin.line, origin.column]);
  });
}

/** After the layout: moves origins from the attribute to the elements' data. */
export function takeOrigins(parent: XmlRoot | XmlElement): void {
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    const { [attribute]: written, ...attributes } = child.attributes;
    child.attributes = attributes;
    if (written) child.data = { ...child.data, origin: toOrigin(written) };
    takeOrigins(child);
  }
}

function toOrigin(written: string): SourceOrigin {
  const [file, line, column] = JSON.parse(written) as [string, number, number];
  return { file, line, column };
}
