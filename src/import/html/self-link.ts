import type { Element } from "hast";

/** A heading that is a link to itself, as xml2rfc and rustdoc write it. */
export function unwrapSelfLink(heading: Element): void {
  const id = heading.properties["id"];
  heading.children = heading.children.flatMap((child) => {
    const isSelf = child.type === "element" && child.tagName === "a" && child.properties["href"] === `#${String(id)}`;
    return isSelf && id !== undefined ? child.children : [child];
  });
}
