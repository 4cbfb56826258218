import { toString } from "hast-util-to-string";
import { visit } from "../../../model/visit.ts";
import type { Element, Root } from "xast";

/** The values of a property of a packet: of each item where it is a list. */
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

/** The names of the properties that a packet holds right under its descriptions. */
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
