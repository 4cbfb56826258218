import { freeName } from "../model/free-name.ts";

/** An id that is not taken, numbered from 2 where it is: `usage`, `usage-2`, `usage-3`. It is taken from then on. */
export function takeId(wanted: string, taken: Set<string>): string {
  const id = freeName(taken, 1, (number) => (number === 1 ? wanted : `${wanted}-${number}`));
  taken.add(id);
  return id;
}
