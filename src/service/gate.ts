/** Lets so many through at a time and holds so many back; nobody else gets in. */
export interface Gate {
  readonly active: () => number;
  readonly waiting: () => number;
  /** Rejects with `Full` at once where nobody else can wait. */
  readonly pass: <T>(work: () => Promise<T>) => Promise<T>;
}

/** There is no room to wait: backpressure. */
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
        // The place is handed over by the one who leaves.
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
