/** Limits how many run at a time and how many wait; rejects all others. */
export interface Gate {
  readonly active: () => number;
  readonly waiting: () => number;
  /** Rejects with `Full` immediately where nobody else can wait. */
  readonly pass: <T>(work: () => Promise<T>) => Promise<T>;
}

/** The waiting line is full: backpressure. */
export class Full extends Error {}

export function openGate(lanes: number, room: number): Gate {
  let active = 0;
  const line: (() => void)[] = [];
  const leave = (): void => {
    const next = line.shift();
    if (next) next();
    else active -= 1;
  };
  return {
    active: () => active,
    waiting: () => line.length,
    async pass(work) {
      if (active >= lanes) {
        if (line.length >= room) throw new Full("too many requests wait");
        // The slot is passed on by the one who leaves.
        await new Promise<void>((resolve) => line.push(resolve));
      } else {
        active += 1;
      }
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
