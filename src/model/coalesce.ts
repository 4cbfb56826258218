/** Work that runs for every call, but never twice at once. */
export interface Coalesced {
  (): Promise<void>;
  /** Resolves when nothing runs. */
  readonly settled: () => Promise<void>;
}

/** Wraps `work` so that all calls during a run lead to one more run. */
export function coalesce(work: () => Promise<void>): Coalesced {
  let running: Promise<void> | undefined;
  let again = false;
  const run = async (): Promise<void> => {
    do {
      again = false;
      await work();
    } while (again);
    running = undefined;
  };
  const call = (): Promise<void> => {
    again = running !== undefined;
    return (running ??= run());
  };
  return Object.assign(call, { settled: () => running ?? Promise.resolve() });
}
