import { setTimeout as wait } from "node:timers/promises";
import { QueueFailed } from "../model/work-queue.ts";

/** How often a database that is restarting is tried again, at intervals of one second. */
const retries = 60;

export async function retryWhileUnreachable<T>(ask: () => Promise<T>): Promise<T> {
  for (let left = retries; ; left -= 1) {
    try {
      return await ask();
    } catch (error) {
      if (left === 0 || !isUnreachable(error)) throw error;
      await wait(1000);
    }
  }
}

/** Reports whether the server is unreachable, starting or stopping: PostgreSQL's error classes 08 and 57P. */
function isUnreachable(error: unknown): boolean {
  const { code = "", message = "" } = error as { readonly code?: string; readonly message?: string };
  return /^(?:08|57P|ECONN|EPIPE|ETIMEDOUT)/.test(code) || /Connection terminated|timeout/i.test(message);
}

/** Does the same for a request of who planned a run: it rejects with `QueueFailed`. */
export async function retry<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await retryWhileUnreachable(ask);
  } catch (error) {
    throw new QueueFailed(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
