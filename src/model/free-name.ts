/** The last number tried for each name, by set of taken names. */
const counted = new WeakMap<ReadonlySet<string>, Map<string, number>>();

/**
 * Returns the first numbered name that is not taken. A set of names only grows, so counting resumes where it ended: ten
 * thousand headings with one name would otherwise take fifty million look-ups.
 */
export function freeName(taken: ReadonlySet<string>, first: number, nameOf: (number: number) => string): string {
  const counters = counted.get(taken) ?? new Map<string, number>();
  counted.set(taken, counters);
  const key = nameOf(first);
  let number = counters.get(key) ?? first;
  while (taken.has(nameOf(number))) number += 1;
  counters.set(key, number);
  return nameOf(number);
}
