import type { Browser } from "../model/browser.ts";
import type { World } from "../model/world.ts";

/** Runs a piece of work, and remembers how long a stage of this name took. */
export type Timer = <T>(stage: string, work: () => Promise<T>) => Promise<T>;

export const noTimer: Timer = (_stage, work) => work();

/** The time of all pieces of work of a stage. Stages overlap, so that together they take longer than the build. */
export interface StageTime {
  /** Its name. */
  readonly stage: string;
  /** How often it ran. */
  readonly count: number;
  /** All of its runs together. */
  readonly milliseconds: number;
}

/** Times stages by the clock of a world. */
export function createProfile({ clock }: Pick<World, "clock">) {
  const stages = new Map<string, StageTime>();
  const add = (times: readonly StageTime[]): void => {
    for (const { stage, count, milliseconds } of times) {
      const before = stages.get(stage) ?? { count: 0, milliseconds: 0 };
      stages.set(stage, {
        stage,
        count: before.count + count,
        milliseconds: before.milliseconds + milliseconds,
      });
    }
  };
  const time: Timer = async (stage, work) => {
    const start = clock.now().getTime();
    try {
      return await work();
    } finally {
      const took = clock.now().getTime() - start;
      add([{ stage, count: 1, milliseconds: took }]);
    }
  };
  return {
    time,
    /** What another process has timed. */
    add,
    stages: (): readonly StageTime[] => [...stages.values()].toSorted((a, b) => b.milliseconds - a.milliseconds),
  };
}

/** A browser whose prints are timed. */
export function timedBrowser(browser: Browser, time: Timer): Browser {
  return { ...browser, print: (...page) => time("print", () => browser.print(...page)) };
}
