import type { Element, ElementContent, Root } from "hast";
import { textOf } from "../../model/text-of.ts";
import type { EditionPublication } from "../edition/edition-chapter.ts";
import { idsIn, isElement } from "../hast.ts";

/** The heading of a section that was taken away. */
interface TakenHeading {
  readonly id: string;
  readonly title: string;
}

/**
 * Takes away the last section of the text if it has nothing but a heading: pandoc appends the list of references to the
 * text, so authors end it with the heading of that list, and perhaps with its place (`::: {#refs}`). A heading that cites
 * is none of a list.
 */
export function takeEmptySection(chapters: EditionPublication["chapters"]): TakenHeading | undefined {
  let parent: Root | Element | undefined = chapters.at(-1)?.body;
  while (parent) {
    const last: Element | undefined = lastContent(parent);
    if (!last) return undefined;
    const [heading, ...rest] = last.tagName === "section" ? last.children.filter((node) => !isEmpty(node)) : [];
    if (
      heading &&
      isElement(heading) &&
      /^h[2-6]$/.test(heading.tagName) &&
      rest.length === 0 &&
      idsIn([heading]).size === 1
    ) {
      parent.children = (parent.children as ElementContent[]).filter((node) => node !== last);
      return { id: String(heading.properties.id), title: textOf(heading).replaceAll(/\s+/g, " ").trim() };
    }
    parent = last.tagName === "section" ? last : undefined;
  }
  return undefined;
}

function lastContent(parent: Root | Element): Element | undefined {
  const last = (parent.children as ElementContent[]).findLast((node) => !isEmpty(node));
  return last && isElement(last) ? last : undefined;
}

/** Reports whether a node shows nothing: white space, or a division without content. */
function isEmpty(node: ElementContent): boolean {
  if (node.type === "text") return node.value.trim() === "";
  return node.type === "comment" || (isElement(node, "div") && node.children.every(isEmpty));
}
