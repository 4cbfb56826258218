import { type Fact, type Facts, isDue } from "../config/facts-file.ts";
import { diagnostic, type SourceLocation } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Review } from "../model/metadata.ts";

/** Facts that have to be checked again, and facts of which no chapter says anything; `today` is `YYYY-MM-DD`. */
export function checkFacts(facts: Facts, used: ReadonlySet<string>, today: string): Diagnostic[] {
  const all = [...facts.values()];
  return [
    ...all.filter((fact) => isDue(fact, today)).map(overdue),
    ...all.filter(({ id }) => !used.has(id)).map(unused),
  ];
}

function overdue({ id, recheck, spots }: Fact): Diagnostic {
  const message = `The fact "${id}" had to be checked again by ${recheck}.`;
  return diagnostic("factCurrent", message, "Look at its source, then set value, checked and recheck.", spots.recheck);
}

function unused({ id, spots }: Fact): Diagnostic {
  return diagnostic("factUsed", `No text refers to the fact "${id}".`, `Write :fact[${id}], or take it out.`, spots.id);
}

/** Whether the text as a whole has to be reviewed again. */
export function checkReview(review: Review | undefined, spot: SourceLocation, today: string): Diagnostic[] {
  if (review?.next === undefined || review.next >= today) return [];
  const message = `The text had to be reviewed again by ${review.next}.`;
  return [diagnostic("reviewCurrent", message, "Read it against its sources, then set checked and next.", spot)];
}
