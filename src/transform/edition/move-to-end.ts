import type { Element, ElementContent } from "hast";
import { textOf } from "../../model/text-of.ts";
import { classesOf, isElement } from "../hast.ts";
import type { EditionPublication } from "./edition-chapter.ts";

/** Class of a heading whose section moves to the end: a page to tear off, such as a worksheet. */
const atEndClass = "at-end";

/** Moves marked top-level sections to the end of the publication, after references and index. */
export function moveToEnd({ chapters, backMatter }: EditionPublication): void {
  for (const { body } of chapters) {
    const isMoved = (node: ElementContent): node is Element => headingOf(node) !== undefined;
    const sections = (body.children as ElementContent[]).filter(isMoved);
    if (sections.length === 0) continue;
    body.children = body.children.filter((node) => !sections.includes(node as Element));
    for (const section of sections) {
      const heading = headingOf(section);
      backMatter.push({ id: String(heading?.properties.id), title: textOf(heading ?? section).trim(), section });
    }
  }
}

function headingOf(node: ElementContent): Element | undefined {
  if (!isElement(node, "section")) return undefined;
  const heading = node.children.find((child): child is Element => isElement(child, "h2"));
  return heading && classesOf(heading).includes(atEndClass) ? heading : undefined;
}
