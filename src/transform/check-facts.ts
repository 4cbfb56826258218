import { type Fact, isDue } from "../config/facts-file.ts";
import { diagnostic, type SourceLocation } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Review } from "../model/metadata.ts";
import type { TransformContext } from "./context.ts";

/** Reports facts that are due for a check, whose source is not in the references, or that no chapter states. */
export function checkFacts(
  { facts = new Map(), citations, today }: TransformContext,
  used: ReadonlySet<string>,
): Diagnostic[] {
  const all = [...facts.values()];
  return [
    ...all.filter((fact) => isDue(fact, today)).map(overdue),
    ...all.filter(({ id }) => used.has(id)).flatMap((fact) => unknownWorks(fact, citations?.references)),
    ...all.filter(({ id }) => !used.has(id)).map(unused),
  ];
}

function unknownWorks({ source, locations }: Fact, references: ReadonlyMap<string, unknown> | undefined): Diagnostic[] {
  const unknown = (source.cite ?? []).filter((key) => !references?.has(key));
  return unknown.map((key) => {
    if (!references) {
      const hint = "Put references.yaml, references.json or references.bib beside the article.";
      return diagnostic(
        "citationKnown",
        `"${key}" is cited, but there is no file of references.`,
        hint,
        locations.cite,
      );
    }
    const hint = didYouMean(key, [...references.keys()]) ?? `Add a work with the key ${key} to the references.`;
    return diagnostic("citationKnown", `There is no work with the key "${key}".`, hint, locations.cite);
  });
}

function overdue({ id, recheck, locations }: Fact): Diagnostic {
  const message = `The fact "${id}" had to be checked again by ${recheck}.`;
  return diagnostic(
    "factCurrent",
    message,
    "Check its source, then update value, checked and recheck.",
    locations.recheck,
  );
}

function unused({ id, locations }: Fact): Diagnostic {
  return diagnostic(
    "factUsed",
    `No text refers to the fact "${id}".`,
    `Write :fact[${id}], or take it out.`,
    locations.id,
  );
}

/** Reports a text that is due for review. */
export function checkReview(review: Review | undefined, location: SourceLocation, today: string): Diagnostic[] {
  if (review?.next === undefined || review.next >= today) return [];
  const message = `The text had to be reviewed again by ${review.next}.`;
  return [diagnostic("reviewCurrent", message, "Compare it with its sources, then update checked and next.", location)];
}
