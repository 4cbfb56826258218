/** How far the numbers of each name were counted, by the set of the names that are taken. */
const counted = new WeakMap<ReadonlySet<string>, Map<string, number>>();

/**
 * The first of numbered names that is not taken. A set of names only grows, so counting goes on where it ended before:
 * ten thousand headings of one name would else be fifty million questions.
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
