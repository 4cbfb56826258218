/** Returns the largest of the values, which may be more than a call takes arguments; `least` if there is none. */
export function largest(values: Iterable<number>, least = -Infinity): number {
  let most = least;
  for (const value of values) if (value > most) most = value;
  return most;
}

/** Returns the smallest of the values, which may be more than a call takes arguments; infinity if there is none. */
export function smallest(values: Iterable<number>): number {
  let least = Infinity;
  for (const value of values) if (value < least) least = value;
  return least;
}
