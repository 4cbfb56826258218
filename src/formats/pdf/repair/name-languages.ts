import { PDFName, PDFString } from "@cantoo/pdf-lib";
import type { Element as HtmlElement } from "hast";
import type { Job } from "./repair.ts";
import { childrenOf, type Element, elementsOf } from "../read/structure-tree.ts";

/** The RFC 3066 syntax, which ISO 32000-1, 14.9.2 requires. */
const languageTag = /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i;

type Path = readonly HtmlElement[];

/**
 * Sets the language of elements that differ from their parent (ISO 14289-1, 7.2). An element has the language that all
 * its texts share in the printed document; the browser writes it for some elements only, and unchecked.
 */
export function nameLanguages({ document, publication, origins }: Job): void {
  const elements = elementsOf(document);
  const paths = new Map<Element["ref"], Path | undefined>();
  for (const { ref, dict } of elements.toReversed()) {
    dict.delete(PDFName.of("Lang"));
    const below = childrenOf(document.context, dict).map((child) => paths.get(child.ref));
    paths.set(ref, shared([origins.get(ref), ...below].filter((path) => path !== undefined)));
  }
  const name = (element: Element, around: string): void => {
    const language = languageOf(paths.get(element.ref)) ?? around;
    if (language !== around) element.dict.set(PDFName.of("Lang"), PDFString.of(language));
    for (const child of childrenOf(document.context, element.dict)) name(child, language);
  };
  const [top] = elements;
  if (top) name(top, publication.metadata.language);
}

function shared([first, ...others]: readonly Path[]): Path | undefined {
  const end = first?.findIndex((step, index) => others.some((path) => path[index] !== step)) ?? -1;
  return end < 0 ? first : first?.slice(0, end);
}

function languageOf(path: Path | undefined): string | undefined {
  return path
    ?.map(({ properties }) => properties["lang"])
    .findLast((language): language is string => typeof language === "string" && languageTag.test(language));
}
