import type { Browser } from "../model/browser.ts";
import type { World } from "../model/world.ts";

/** Runs work and records the time under a stage name. */
export type Timer = <T>(stage: string, work: () => Promise<T>) => Promise<T>;

export const noTimer: Timer = (_stage, work) => work();

/** Total time of a stage. Stages overlap, so their sum exceeds the build time. */
export interface StageTime {
  /** Name of the stage. */
  readonly stage: string;
  /** Number of runs. */
  readonly count: number;
  /** Total time of all runs. */
  readonly milliseconds: number;
}

/** Creates a timer for stages that uses the clock of a world. */
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
    /** Adds times measured by another process. */
    add,
    stages: (): readonly StageTime[] => [...stages.values()].toSorted((a, b) => b.milliseconds - a.milliseconds),
  };
}

/** Wraps a browser so that its prints are timed. */
export function timedBrowser(browser: Browser, time: Timer): Browser {
  return { ...browser, print: (...page) => time("print", () => browser.print(...page)) };
}
