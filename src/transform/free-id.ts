import { freeName } from "../model/free-name.ts";

/** Returns a free id, numbered from 2 where needed: `usage`, `usage-2`, `usage-3`. Marks it as taken. */
export function takeId(wanted: string, taken: Set<string>): string {
  const id = freeName(taken, 1, (number) => (number === 1 ? wanted : `${wanted}-${number}`));
  taken.add(id);
  return id;
}
