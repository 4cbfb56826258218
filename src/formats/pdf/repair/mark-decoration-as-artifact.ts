import { PDFName } from "@cantoo/pdf-lib";
import type { Job } from "./repair.ts";
import { type ArtifactContent, markAsArtifact, artifactContentOf } from "./mark-as-artifact.ts";
import { childrenOf, type Element, elementsOf, typeOf } from "../read/structure-tree.ts";

/** What a drawing is a part of, with words of its own. */
const drawn = new Set(["Figure", "Formula", "Form", "Lbl"]);

/**
 * Backgrounds, borders and rules are tagged as parts of what they surround, and a rule as an element of its own; they
 * say nothing and are artifacts (ISO 14289-1, 7.1; ISO 32000-1, 14.8.2.2.2).
 */
export function markDecorationAsArtifact({ document, pages }: Job): void {
  const find = (element: Element): ArtifactContent[] =>
    drawn.has(typeOf(element.dict)) && !isCaptioned(element)
      ? []
      : [
          ...artifactContentOf(
            document,
            element,
            // Neither words nor pictures.
            ({ page, number }) => pages.get(page)?.marks.get(number)?.shows === "drawings",
          ),
          ...childrenOf(document.context, element.dict).flatMap(find),
        ];
  /** What the browser puts around something and its caption, which need not be a picture. */
  const isCaptioned = ({ dict }: Element): boolean =>
    typeOf(dict) === "Figure" &&
    !dict.has(PDFName.of("Alt")) &&
    childrenOf(document.context, dict).some((child) => typeOf(child.dict) === "Caption");
  const [top] = elementsOf(document);
  if (top) markAsArtifact(document, pages, find(top));
}
