/** Returns a function that runs `work` on its first call and returns the same result, or promise, from then on. */
export function once<T>(work: () => T): () => T {
  let done: { readonly result: T } | undefined;
  return () => (done ??= { result: work() }).result;
}
