import type { HttpRequest, HttpResponse } from "../model/network.ts";
import { shell, shellPolicy } from "./page.ts";
import type { Stage } from "./state.ts";
import { decodeAddress } from "../model/address.ts";

/** What the preview's server answers: the shell, the stream of states, and every artifact at its own path. */
export function answer({ method, path }: HttpRequest, stage: Stage): HttpResponse {
  if (method !== "GET" && method !== "HEAD") return plain(405, "Only GET and HEAD.");
  if (path === "/") {
    return {
      status: 200,
      headers: { ...common, "content-type": "text/html; charset=utf-8", "content-security-policy": shellPolicy },
      body: shell,
    };
  }
  if (path === "/events") {
    return { status: 200, headers: { ...common, "content-type": "text/event-stream" }, body: events(stage) };
  }
  const artifact = stage.find(decodeAddress(path.slice(1)));
  if (!artifact) return plain(404, "There is nothing here.");
  return { status: 200, headers: { ...common, "content-type": artifact.mediaType }, body: artifact.bytes };
}

const common = { "cache-control": "no-store", "x-content-type-options": "nosniff" };

function plain(status: number, body: string): HttpResponse {
  return { status, headers: { ...common, "content-type": "text/plain; charset=utf-8" }, body };
}

/** Server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html. */
async function* events(stage: Stage): AsyncIterable<string> {
  for await (const state of stage.watch()) yield `data: ${JSON.stringify(state)}\n\n`;
}
