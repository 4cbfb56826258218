/** An id that is not taken, numbered from 2 where it is: `usage`, `usage-2`, `usage-3`. It is taken from then on. */
export function takeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}
