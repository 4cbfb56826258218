import { PDFName } from "@cantoo/pdf-lib";
import type { Job } from "./repair.ts";
import { type ArtifactContent, markAsArtifact, artifactContentOf } from "./mark-as-artifact.ts";
import { childrenOf, type Element, elementsOf, typeOf } from "../read/structure-tree.ts";

/** Elements with alternative text, of which drawings are a part. */
const drawn = new Set(["Figure", "Formula", "Form", "Lbl"]);

/**
 * Turns backgrounds, borders and rules into artifacts (ISO 14289-1, 7.1; ISO 32000-1, 14.8.2.2.2). The browser tags
 * them as parts of what they surround, and `<hr>` as an element of its own.
 */
export function markDecorationAsArtifact({ document, pages }: Job): void {
  const find = (element: Element): ArtifactContent[] =>
    drawn.has(typeOf(element.dict)) && !isCaptioned(element)
      ? []
      : [
          ...artifactContentOf(
            document,
            element,
            // Neither text nor images.
            ({ page, number }) => pages.get(page)?.marks.get(number)?.shows === "drawings",
          ),
          ...childrenOf(document.context, element.dict).flatMap(find),
        ];
  /** The element that the browser puts around something and its caption, which need not be an image. */
  const isCaptioned = ({ dict }: Element): boolean =>
    typeOf(dict) === "Figure" &&
    !dict.has(PDFName.of("Alt")) &&
    childrenOf(document.context, dict).some((child) => typeOf(child.dict) === "Caption");
  const [top] = elementsOf(document);
  if (top) markAsArtifact(document, pages, find(top));
}
