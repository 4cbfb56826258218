import { Script } from "node:vm";
import { limits } from "../limits.ts";

const key = Symbol.for("offprint.bounded");

/** The only way in which V8 stops a loop from within its own thread is the deadline of a script. */
const script = new Script(`globalThis[Symbol.for(${JSON.stringify(key.description)})]()`);

let isBounded = false;

/**
 * Calls a function of a plug-in, and throws where it computes for longer than the limit in milliseconds. What it does
 * later, in a promise, is not bounded.
 */
export function bounded<T>(work: () => T, timeout: number = limits.pluginWork): T {
  if (isBounded) return work();
  const scope = globalThis as { [key]?: () => T };
  scope[key] = work;
  isBounded = true;
  try {
    return script.runInThisContext({ timeout }) as T;
  } catch (error) {
    const isStopped = (error as { code?: unknown } | undefined)?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
    throw isStopped ? new Error(`It was stopped after ${timeout / 1000} seconds.`, { cause: error }) : error;
  } finally {
    isBounded = false;
    delete scope[key];
  }
}
