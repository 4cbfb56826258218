import type { Http, HttpAnswer } from "../model/network.ts";

/** Result of a request. */
export type Verdict =
  | { readonly kind: "good" }
  /** It has moved permanently, and exists at the new address. */
  | { readonly kind: "moved"; readonly to: string }
  /** The page or the site does not exist. */
  | { readonly kind: "gone"; readonly reason: string }
  /** The request could not determine whether the page exists. */
  | { readonly kind: "unknown"; readonly reason: string };

/** In milliseconds. */
const timeout = 15_000;
const pauses = [2_000, 8_000];
const maxPause = 30_000;
const maxRedirects = 8;

/**
 * Requests a page with HEAD, or with GET where a server does not support it (RFC 9110, 9.3.2). Follows redirects.
 * Retries what may be a temporary error after a pause.
 */
export async function requestPage(http: Http, url: string): Promise<Verdict> {
  let address = url;
  let moved = true;
  for (let hops = 0; hops <= maxRedirects; hops += 1) {
    const answer = await requestWithRetry(http, address);
    if (typeof answer === "string") return failed(answer, new URL(address).hostname);
    const { status, headers } = answer;
    const to = headers["location"];
    if (status >= 200 && status < 300)
      return address === url || !moved ? { kind: "good" } : { kind: "moved", to: address };
    if (status === 404 || status === 410) return { kind: "gone", reason: `the server answers ${status}` };
    if (status < 300 || status >= 400 || to === undefined || !URL.canParse(to, address))
      return { kind: "unknown", reason: `the server answers ${status}` };
    // RFC 9110, 15.4: only these two ask for links to be updated.
    moved &&= status === 301 || status === 308;
    address = new URL(to, address).href;
    if (!/^https?:/.test(address)) return { kind: "unknown", reason: `it redirects to ${address}` };
  }
  return { kind: "unknown", reason: `it redirects more than ${maxRedirects} times` };
}

/** Returns a response, or the code of the error that prevented it. */
async function requestWithRetry(http: Http, url: string): Promise<HttpAnswer | string> {
  let answer = await requestOnce(http, url);
  for (const pause of pauses) {
    if (!isPassing(answer)) return answer;
    const requested = typeof answer === "string" ? Number.NaN : Number(answer.headers["retry-after"]) * 1000;
    if (requested > maxPause) return answer;
    await http.wait(Number.isNaN(requested) ? pause : requested);
    answer = await requestOnce(http, url);
  }
  return answer;
}

async function requestOnce(http: Http, url: string): Promise<HttpAnswer | string> {
  try {
    const answer = await http.ask("HEAD", url, timeout);
    return answer.status < 400 || answer.status === 429 ? answer : await http.ask("GET", url, timeout);
  } catch (error) {
    return (error as { code?: string }).code ?? "UNKNOWN";
  }
}

function isPassing(answer: HttpAnswer | string): boolean {
  if (typeof answer === "string") return ["TIMEOUT", "ECONNRESET", "EAI_AGAIN", "UND_ERR_SOCKET"].includes(answer);
  return answer.status === 429 || answer.status === 503 || answer.status === 502 || answer.status === 504;
}

function failed(code: string, host: string): Verdict {
  if (code === "ENOTFOUND") return { kind: "gone", reason: `there is no site "${host}"` };
  if (code === "TIMEOUT") return { kind: "unknown", reason: `the server does not answer in ${timeout / 1000} seconds` };
  if (code === "ECONNREFUSED") return { kind: "unknown", reason: "the server refuses the connection" };
  return { kind: "unknown", reason: `the server cannot be reached (${code})` };
}
