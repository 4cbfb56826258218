/** Runs pieces of work one after the other, in the order in which they are asked for. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>;

/** For libraries that keep what they work on in memory of their own: no two calls of them may overlap. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}
