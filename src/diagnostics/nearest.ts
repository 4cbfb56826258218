import leven from "leven";

/** Returns the candidate closest to a misspelt word, if close enough. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(2, Math.floor(word.length / 3));
  const distanceTo = (candidate: string): number =>
    leven(word.toLowerCase(), candidate.toLowerCase(), { maxDistance: limit + 1 });
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: distanceTo(candidate) }))
    .toSorted((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  const best = ranked[0];
  // If every letter differs, it is another word.
  const isNear = best !== undefined && best.distance < Math.max(word.length, best.candidate.length);
  return isNear && best.distance <= limit ? best.candidate : undefined;
}

/** Returns "Did you mean …?", or `undefined` where no candidate is close. */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const candidate = nearest(word, candidates);
  return candidate === undefined ? undefined : `Did you mean "${candidate}"?`;
}
