import type { Confidence, Facts } from "../config/facts-file.ts";
import { writeDay } from "../config/write-value.ts";
import type { Metadata } from "../model/metadata.ts";
import { commaOf } from "../i18n/join.ts";
import type { Messages } from "../i18n/messages.ts";

/** Check status of a work over all facts taken from it: the oldest check and the earliest due date. */
export interface SourceCheck {
  readonly checked: string;
  readonly recheck: string | undefined;
  readonly confidence: Confidence;
}

const weakest: readonly Confidence[] = ["unconfirmed", "second-hand", "seen"];

/** Returns the check status, by key, of the works that the used facts cite. */
export function sourceChecks(facts: Facts, used: ReadonlySet<string>): Map<string, SourceCheck> {
  const checks = new Map<string, SourceCheck>();
  for (const { id, source, checked, recheck, confidence } of facts.values()) {
    if (!used.has(id)) continue;
    for (const key of source.cite ?? []) {
      const other = checks.get(key);
      checks.set(key, {
        checked: earlier(checked, other?.checked) ?? checked,
        recheck: earlier(recheck, other?.recheck),
        confidence: weakest.find((value) => value === confidence || value === other?.confidence) ?? confidence,
      });
    }
  }
  return checks;
}

/** Returns the earlier day; days as `YYYY-MM-DD` sort as strings. */
function earlier(day: string | undefined, other: string | undefined): string | undefined {
  if (day === undefined || other === undefined) return day ?? other;
  return day < other ? day : other;
}

/**
 * Writes "Second-hand. Checked on Nov 23, 2026, to be checked again by May 23, 2027." Omits the obvious: that a work
 * was seen directly, and a day that equals the publication's review, which its imprint states.
 */
export function writeSourceCheck(
  { checked, recheck, confidence }: SourceCheck,
  { language, review }: Pick<Metadata, "language" | "review">,
  words: Messages,
): string {
  const day = (word: string, iso: string): string => `${word} ${writeDay(iso, language, "medium")}`;
  const days = [
    ...(checked === review?.checked ? [] : [day(words.checked, checked)]),
    ...(recheck === undefined || recheck === review?.next ? [] : [day(words.checkAgain, recheck)]),
  ].join(commaOf(language));
  const sentences = [confidence === "seen" ? "" : words.facts.confidence[confidence], days].filter(
    (sentence) => sentence !== "",
  );
  return sentences
    .map((sentence) => `${sentence.charAt(0).toLocaleUpperCase(language)}${sentence.slice(1)}.`)
    .join(" ");
}
