import { toString } from "hast-util-to-string";
import { visit } from "../../../model/visit.ts";
import type { Element, Root } from "xast";

/** Returns the values of a property in an XMP packet; for a list, one per item. */
export function valuesOf(xmp: Root | undefined, name: string): string[] {
  const values: string[] = [];
  if (!xmp) return values;
  visit(xmp, "element", (element: Element) => {
    if (element.name !== name) return;
    const items: string[] = [];
    visit(element, "element", (item: Element) => void (item.name === "rdf:li" && items.push(textIn(item))));
    values.push(...(items.length > 0 ? items : [textIn(element)]));
  });
  return values;
}

/** Returns the names of the properties directly below a packet's descriptions. */
export function propertiesOf(xmp: Root | undefined): string[] {
  const names: string[] = [];
  if (!xmp) return names;
  visit(xmp, "element", (element: Element) => {
    if (element.name !== "rdf:Description") return;
    for (const child of element.children) if (child.type === "element") names.push(child.name);
    names.push(...Object.keys(element.attributes).filter((name) => !/^(?:rdf|xmlns|xml)\b/.test(name)));
  });
  return names;
}

function textIn(element: Element): string {
  return toString(element as unknown as Parameters<typeof toString>[0]);
}
