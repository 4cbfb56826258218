import { setTimeout as wait } from "node:timers/promises";
import type { Http } from "../model/network.ts";

/** Servers that keep a list of their visitors see who asks, and why. */
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
      throw Object.assign(new Error(`${url} cannot be asked.`, { cause: error }), { code: codeOf(error) });
    }
  },
  wait: (milliseconds) => wait(milliseconds),
};

/** `fetch` hides what happened in the cause of its error. */
function codeOf(error: unknown): string {
  if (error instanceof Error && error.name === "TimeoutError") return "TIMEOUT";
  const { cause } = error as { cause?: unknown };
  const { code } = (cause ?? error) as { code?: unknown };
  return typeof code === "string" ? code : "UNKNOWN";
}
