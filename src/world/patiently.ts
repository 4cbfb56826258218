import { setTimeout as wait } from "node:timers/promises";

/** A database that restarts is waited for, so many times with a second between. */
const patience = 60;

export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let left = patience; ; left -= 1) {
    try {
      return await ask();
    } catch (error) {
      if (left === 0 || !isAway(error)) throw error;
      await wait(1000);
    }
  }
}

/** No connection, or classes 08 and 57P of PostgreSQL's errors: the server ends or begins. */
function isAway(error: unknown): boolean {
  const { code = "", message = "" } = error as { readonly code?: string; readonly message?: string };
  return /^(?:08|57P|ECONN|EPIPE|ETIMEDOUT)/.test(code) || /Connection terminated|timeout/i.test(message);
}
