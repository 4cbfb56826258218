import type { FrontMatter } from "./front-matter.ts";

/** Keys that a translation sets itself: those that hold words or concern one text alone. */
const own = [
  "title",
  "subtitle",
  "short-title",
  "description",
  "keywords",
  "rights",
  "language",
  "direction",
  "updated",
  "url",
  "identifier",
  "review",
] as const satisfies readonly (keyof FrontMatter)[];

/** Returns what a translation inherits unless it overrides it: authors, licence, editions, template. */
export function inheritedByTranslation<T extends FrontMatter>(original: T): Omit<T, (typeof own)[number]> {
  const names: readonly string[] = own;
  return Object.fromEntries(Object.entries(original).filter(([name]) => !names.includes(name))) as Omit<
    T,
    (typeof own)[number]
  >;
}
