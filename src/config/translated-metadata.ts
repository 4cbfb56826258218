import type { FrontMatter } from "./front-matter.ts";

/** What is said in words, or of one text alone: a translation says it itself. */
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

/** What a translation takes over from its original where it says nothing else: who wrote it, its licence, editions, template. */
export function inheritedByTranslation<T extends FrontMatter>(original: T): Omit<T, (typeof own)[number]> {
  const names: readonly string[] = own;
  return Object.fromEntries(Object.entries(original).filter(([name]) => !names.includes(name))) as Omit<
    T,
    (typeof own)[number]
  >;
}
