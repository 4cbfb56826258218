/** Runs asynchronous work one call after another, in the order of the calls. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T>;

/** Creates a queue for libraries with shared memory, whose calls must not overlap. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}
