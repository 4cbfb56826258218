import { createHash, timingSafeEqual } from "node:crypto";
import { Problem } from "./problem.ts";
import { loopbacks } from "./options.ts";

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Rejects requests without the token, and those from pages of other sites open in a local browser. */
export function guardRequest(headers: Headers, token: string | undefined): void {
  const { host = "", origin, authorization } = headers;
  if (token === undefined) {
    // Otherwise a foreign name that resolves to this address could read the responses ("DNS rebinding").
    const name = String(host).replace(/:\d+$/, "").replaceAll(/[[\]]/g, "");
    if (!loopbacks.includes(name)) throw new Problem(421, "Misdirected Request", "This service answers to localhost.");
    if (origin !== undefined && String(origin) !== `http://${String(host)}`) {
      throw new Problem(403, "Forbidden", "Pages of other sites cannot use this service.");
    }
    return;
  }
  const sent = /^Bearer (.+)$/i.exec(String(authorization ?? ""))?.[1] ?? "";
  if (!timingSafeEqual(digest(sent), digest(token))) {
    throw new Problem(401, "Unauthorized", "Send the token of the service: Authorization: Bearer …");
  }
}

function digest(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}
