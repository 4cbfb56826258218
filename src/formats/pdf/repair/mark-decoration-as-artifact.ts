import { PDFName, type PDFPage } from "@cantoo/pdf-lib";
import { paintsOf } from "../read/text-of-marks.ts";
import type { Job } from "./repair.ts";
import { type ArtifactContent, markAsArtifact, artifactContentOf } from "./mark-as-artifact.ts";
import { childrenOf, type Element, elementsOf, typeOf } from "../read/structure-tree.ts";

/** What a drawing is a part of, with words of its own. */
const drawn = new Set(["Figure", "Formula", "Form", "Lbl"]);

/**
 * Backgrounds, borders and rules are tagged as parts of what they surround, and a rule as an element of its own; they
 * say nothing and are artifacts (ISO 14289-1, 7.1; ISO 32000-1, 14.8.2.2.2).
 */
export function markDecorationAsArtifact({ document }: Job): void {
  const decoration = new Map(document.getPages().map((page) => [page, decorationOn(page)]));
  const find = (element: Element): ArtifactContent[] =>
    drawn.has(typeOf(element.dict)) && !isCaptioned(element)
      ? []
      : [
          ...artifactContentOf(document, element, ({ page, number }) => decoration.get(page)?.has(number) ?? false),
          ...childrenOf(document.context, element.dict).flatMap(find),
        ];
  /** What the browser puts around something and its caption, which need not be a picture. */
  const isCaptioned = ({ dict }: Element): boolean =>
    typeOf(dict) === "Figure" &&
    !dict.has(PDFName.of("Alt")) &&
    childrenOf(document.context, dict).some((child) => typeOf(child.dict) === "Caption");
  const [top] = elementsOf(document);
  if (top) markAsArtifact(document, find(top));
}

/** The numbers of marked content that shows neither words nor pictures. */
function decorationOn(page: PDFPage): Set<number> {
  const paints = paintsOf(page).filter(({ mark }) => mark !== undefined);
  const speaking = new Set(paints.filter(({ kind }) => kind !== "path").map(({ mark }) => mark));
  return new Set(paints.flatMap(({ mark }) => (mark === undefined || speaking.has(mark) ? [] : [mark])));
}
