import type { Manifest, ManifestFact, ManifestSection } from "../config/manifest-file.ts";
import type { Change, ListedRelease } from "../config/releases-file.ts";

/** Returns the changes from one release to the next. */
export function compareReleases(before: Manifest, after: Manifest): Pick<ListedRelease, "sections" | "facts"> {
  return {
    sections: before.sections === undefined ? [] : changedSections(before.sections, after.sections ?? []),
    facts: before.facts === undefined ? [] : changedFacts(before.facts, after.facts ?? []),
  };
}

/** Matches sections by id, or by content where the id has changed. */
function changedSections(before: readonly ManifestSection[], after: readonly ManifestSection[]): Change[] {
  const earlier = new Map(before.map((section) => [section.id, section]));
  const known = new Set(before.map(({ sha256 }) => sha256));
  const remaining = new Set(after.flatMap(({ id, sha256 }) => [id, sha256]));
  return [
    ...after.flatMap(({ id, title, sha256, page }): Change[] => {
      const former = earlier.get(id);
      if (former?.sha256 === sha256 || (!former && known.has(sha256))) return [];
      const formerPage = former?.page;
      const pages = { ...(page !== undefined && { page }), ...(formerPage !== undefined && { formerPage }) };
      return [{ kind: former ? "altered" : "added", title, ...pages }];
    }),
    ...before
      .filter(({ id, sha256 }) => !remaining.has(id) && !remaining.has(sha256))
      .map(({ title, page }): Change => ({ kind: "removed", title, ...(page !== undefined && { formerPage: page }) })),
  ];
}

function changedFacts(before: readonly ManifestFact[], after: readonly ManifestFact[]): Change[] {
  const earlier = new Map(before.map((fact) => [fact.id, fact]));
  const later = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap(({ id, statement: title, value, pages }): Change[] => {
      const former = earlier.get(id);
      if (former?.value === value) return [];
      const change = { title, after: value, ...(pages && { pages }) };
      return [former ? { kind: "altered", ...change, ...formerly(former) } : { kind: "added", ...change }];
    }),
    ...before
      .filter(({ id }) => !later.has(id))
      .map((fact): Change => ({ kind: "removed", title: fact.statement, ...formerly(fact) })),
  ];
}

function formerly({ value: before, pages: formerPages }: ManifestFact): Pick<Change, "before" | "formerPages"> {
  return { before, ...(formerPages && { formerPages }) };
}
