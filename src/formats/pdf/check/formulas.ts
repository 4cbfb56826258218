import type { Element, ElementContent, Root } from "hast";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { EditionName } from "../../../model/edition.ts";
import { editionOf } from "../../../model/every-edition.ts";
import type { SourceOrigin } from "../../../model/origin.ts";
import type { Publication } from "../../../model/publication.ts";
import { fitFormulas } from "../../../template/fit-formulas.ts";
import type { TemplateChoices } from "../../../template/options.ts";
import { lineInEm } from "../compose/line-in-em.ts";

/**
 * Reports the formulas that an edition sets smaller than its text because they neither fit a line nor can be broken.
 * `measure` is the line width as a fraction of the template's own.
 */
export function checkFormulas(
  publication: Publication,
  edition: EditionName,
  options: TemplateChoices,
  measure = 1,
): Diagnostic[] {
  const { design } = editionOf(edition);
  const room = lineInEm(design, options) * measure;
  const found: Diagnostic[] = [];
  const look = (nodes: readonly (ElementContent | Root["children"][number])[], around?: SourceOrigin): void => {
    for (const node of nodes) {
      if (node.type !== "element") continue;
      const origin = node.data?.origin ?? around;
      if (node.tagName === "math") found.push(...tooWide(node, room, origin));
      else look(node.children, origin);
    }
  };
  for (const { body, notes } of publication.chapters) look([...body.children, ...(notes ? [notes] : [])]);
  return found;
}

function tooWide(math: Element, room: number, origin: SourceOrigin | undefined): Diagnostic[] {
  const [share] = fitFormulas({ type: "root", children: [structuredClone(math)] }, room);
  if (share === undefined) return [];
  const message = "This formula is wider than a line of a printed edition, and is printed smaller there.";
  const hint = "Break it into lines: \\begin{aligned} … \\\\ … \\end{aligned}.";
  const start = origin && { line: origin.line, column: origin.column };
  return [
    diagnostic("formulaFits", message, hint, {
      ...(origin && { file: origin.file }),
      ...(start && { position: { start } }),
    }),
  ];
}
