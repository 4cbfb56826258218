import type { Element } from "hast";
import { visit } from "../../../model/visit.ts";
import type { Root as XmlRoot, Element as XmlElement } from "xast";
import type { SourceOrigin } from "../../../model/origin.ts";

/** Carries an element's origin through the layout, which is text; no document of a book has it in the end. */
const attribute = "data-offprint-origin";

/** Before the layout: what the elements remember becomes an attribute. */
export function writeOrigins(tree: Element): void {
  visit(tree, "element", (node) => {
    const origin = node.data?.origin;
    if (origin) node.properties[attribute] = JSON.stringify([origin.file, origin.line, origin.column]);
  });
}

/** Behind it: the attribute becomes what the elements remember. */
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
