import type { Root } from "mdast";
import type { ProseSettings } from "../../config/prose.ts";
import type { Report } from "../../diagnostics/report.ts";
import { checkAbbreviations } from "./abbreviations.ts";
import { checkLinkTexts } from "./link-texts.ts";
import { passagesOf } from "./passages.ts";
import type { Prose } from "./prose.ts";
import { checkReadingGrade } from "./reading-grade.ts";
import { checkSentences } from "./sentences.ts";
import { toString } from "mdast-util-to-string";

/** Runs all checks of an article's prose. Its text is as the author wrote it, without typographic punctuation. */
export function checkProse(
  tree: Root,
  source: string,
  language: string,
  explained: ReadonlySet<string>,
  settings: ProseSettings,
  report: Report,
): void {
  const prose: Prose = { tree, passages: passagesOf(tree, source), language, explained };
  checkLinkTexts(prose, report);
  if (settings.grade !== undefined) checkReadingGrade(prose, settings.grade, report);
  if (!settings.style) return;
  for (const check of [checkSentences, checkAbbreviations, checkSections]) check(prose, report);
}

/** Reports headings without any content, not even a subsection. */
function checkSections({ tree }: Prose, report: Report): void {
  const blocks = tree.children.filter(({ type }) => type !== "yaml" && type !== "definition");
  for (const [index, node] of blocks.entries()) {
    if (node.type !== "heading") continue;
    const next = blocks[index + 1];
    if (next && (next.type !== "heading" || next.depth > node.depth)) continue;
    const message = `The section "${toString(node)}" is empty.`;
    report("sectionHasText", node, message, "Write it, or remove its heading.");
  }
}
