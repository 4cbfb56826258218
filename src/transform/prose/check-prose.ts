import type { Root } from "mdast";
import type { ProseSettings } from "../../config/prose.ts";
import type { Report } from "../../diagnostics/report.ts";
import { checkAbbreviations } from "./abbreviations.ts";
import { checkLinkTexts } from "./link-texts.ts";
import { passagesOf } from "./passages.ts";
import type { Prose } from "./prose.ts";
import { checkReadingGrade } from "./reading-grade.ts";
import { checkSections } from "./sections.ts";
import { checkSentences } from "./sentences.ts";

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
