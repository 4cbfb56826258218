import type { World } from "../model/world.ts";
import { Full, type Gate } from "./gate.ts";
import type { Metrics } from "./metrics.ts";
import { Problem } from "./problem.ts";

/**
 * Runs a job in its turn and within its time limit. A late job is answered immediately, but keeps its slot until it has
 * ended.
 */
export function createJobs(world: World, gate: Gate, metrics: Metrics, deadline: number) {
  /** Jobs that are still running although they have been answered. */
  const late = new Set<Promise<unknown>>();
  const run = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const answered = Promise.withResolvers<T>();
    const passed = gate.pass(async () => {
      const began = world.clock.now().getTime();
      const controller = new AbortController();
      // `AbortSignal.timeout` would hold the listener, and so the result, until the time has passed.
      const timer = setTimeout(() => {
        controller.abort(new DOMException("The time has passed.", "TimeoutError"));
        answered.reject(new Problem(504, "Gateway Timeout", `The document took longer than ${deadline} seconds.`));
      }, deadline * 1000);
      await work(controller.signal).then(answered.resolve, answered.reject);
      clearTimeout(timer);
      metrics.observe((world.clock.now().getTime() - began) / 1000);
    });
    const ended = passed.catch((error: unknown) => answered.reject(error));
    late.add(ended);
    void ended.finally(() => late.delete(ended));
    try {
      return await answered.promise;
    } catch (error) {
      if (!(error instanceof Full)) throw error;
      throw new Problem(503, "Service Unavailable", "Too many requests wait. Try again later.");
    }
  };
  return { run, settle: async () => void (await Promise.all(late)) };
}
