import { setTimeout as wait } from "node:timers/promises";
import type { Http } from "../model/network.ts";

/** Tells server logs who asks, and why. */
const userAgent = "Offprint (link check)";

/** The real network. */
export const http: Http = {
  async ask(method, url, timeout) {
    try {
      const signal = AbortSignal.timeout(timeout);
      const response = await fetch(url, { method, redirect: "manual", signal, headers: { "user-agent": userAgent } });
      await response.body?.cancel();
      return { status: response.status, headers: Object.fromEntries(response.headers) };
    } catch (error) {
      throw Object.assign(new Error(`${url} could not be reached.`, { cause: error }), { code: codeOf(error) });
    }
  },
  wait: (milliseconds) => wait(milliseconds),
};

/** Returns the error's code, which `fetch` hides in the cause. */
function codeOf(error: unknown): string {
  if (error instanceof Error && error.name === "TimeoutError") return "TIMEOUT";
  const { cause } = error as { cause?: unknown };
  const { code } = (cause ?? error) as { code?: unknown };
  return typeof code === "string" ? code : "UNKNOWN";
}
