import type { Root } from "mdast";
import type { ProseSettings } from "../../config/prose.ts";
import type { Report } from "../report.ts";
import { checkAbbreviations } from "./abbreviations.ts";
import { checkLinkTexts } from "./link-texts.ts";
import { type Passage, passagesOf } from "./passages.ts";
import { checkReadingGrade } from "./reading-grade.ts";
import { checkSections } from "./sections.ts";
import { checkSentences } from "./sentences.ts";

/** An article as the checks of its prose see it. */
export interface Prose {
  readonly tree: Root;
  readonly passages: readonly Passage[];
  /** BCP 47. */
  readonly language: string;
  /** Abbreviations that are explained elsewhere. */
  readonly explained: ReadonlySet<string>;
}

/** Everything there is to say of how an article reads. Its text is as the author wrote it, without smart punctuation. */
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
