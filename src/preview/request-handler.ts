import { decodeAddress } from "../model/address.ts";
import type { HttpRequest, HttpResponse } from "../model/network.ts";
import type { World } from "../model/world.ts";
import { deskFile } from "./desk-files.ts";
import type { Places } from "./places.ts";
import type { StateStore } from "./state.ts";

/** Data for answering requests. */
export interface PreviewContext {
  readonly world: World;
  readonly store: StateStore;
  readonly placesOf: (slug: string) => Promise<Places | undefined>;
}

/**
 * Answers requests to the preview: its window, the stream of states, source locations, and every artifact at its path.
 * Pages of other sites can neither read nor frame it.
 */
export async function answer({ method, path, headers }: HttpRequest, context: PreviewContext): Promise<HttpResponse> {
  if (method !== "GET" && method !== "HEAD") return plain(405, "Only GET and HEAD.");
  if (!["same-origin", "none", undefined].includes(headers["sec-fetch-site"]))
    return plain(403, "Only for the preview.");
  if (path === "/events") {
    return { status: 200, headers: { ...common, "content-type": "text/event-stream" }, body: events(context.store) };
  }
  if (path.startsWith("/places/")) {
    const places = await context.placesOf(decodeAddress(path.slice("/places/".length)));
    if (!places) return plain(404, "This publication cannot be read.");
    return { status: 200, headers: { ...common, "content-type": "application/json" }, body: JSON.stringify(places) };
  }
  const file = await deskFile(context.world, path === "/" ? "/desk/desk.html" : path);
  if (file) {
    const policy = path === "/" && { "content-security-policy": windowPolicy };
    return { status: 200, headers: { ...common, "content-type": file.mediaType, ...policy }, body: file.bytes };
  }
  const artifact = context.store.find(decodeAddress(path.slice(1)));
  if (!artifact) return plain(404, "There is nothing here.");
  return { status: 200, headers: { ...common, "content-type": artifact.mediaType }, body: artifact.bytes };
}

/** https://www.w3.org/TR/CSP3/. Books are shown from blobs; their scripts do not run. */
const windowPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline' blob:",
  "img-src 'self' blob: data:",
  "font-src 'self' blob: data:",
  "connect-src 'self' blob:",
  "frame-src 'self' blob:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const common = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
};

function plain(status: number, body: string): HttpResponse {
  return { status, headers: { ...common, "content-type": "text/plain; charset=utf-8" }, body };
}

/** Yields server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html. */
async function* events(store: StateStore): AsyncIterable<string> {
  for await (const state of store.watch()) yield `data: ${JSON.stringify(state)}\n\n`;
}
