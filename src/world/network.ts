import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { HttpRequest, HttpResponse, Network } from "../model/network.ts";

/** Cannot be reached from other machines. */
const loopback = "127.0.0.1";

/** The real network, limited to this machine. */
export const network: Network = {
  async serve(port, handle) {
    const server = createServer((request, response) => {
      // A client that disconnected takes no answer; nothing is lost.
      void answer(request, handle)
        .then((answered) => send(response, answered))
        .catch(() => response.destroy());
    });
    const listening = Promise.withResolvers<void>();
    server.once("error", listening.reject).listen(port, loopback, listening.resolve);
    await listening.promise;
    return {
      url: `http://${loopback}:${(server.address() as AddressInfo).port}/`,
      async close() {
        const closed = Promise.withResolvers<void>();
        server.close(() => closed.resolve());
        server.closeAllConnections();
        await closed.promise;
      },
    };
  },
};

async function answer(
  request: IncomingMessage,
  handle: (request: HttpRequest) => Promise<HttpResponse>,
): Promise<HttpResponse> {
  // Without this check, a web site whose name resolves to this machine could read what is served ("DNS rebinding").
  if (!/^(?:localhost|127\.0\.0\.1)(?::\d+)?$/i.test(request.headers.host ?? "")) {
    return plain(421, "This server answers to localhost only.");
  }
  const base = `http://${loopback}`;
  const target = request.url ?? "";
  if (!target.startsWith("/") || !URL.canParse(base + target)) return plain(400, "This is no address of a page here.");
  const path = new URL(base + target).pathname;
  try {
    return await handle({ method: request.method ?? "GET", path, headers: joined(request.headers) });
  } catch (error) {
    return plain(500, error instanceof Error ? error.message : String(error));
  }
}

async function send(response: ServerResponse, { status, headers, body }: HttpResponse): Promise<void> {
  response.writeHead(status, headers);
  if (typeof body === "string" || body instanceof Uint8Array) {
    response.end(body);
  } else {
    // An event stream counts as open once its headers arrive, which may be long before its first event.
    response.flushHeaders();
    await pipeline(Readable.from(body), response);
  }
}

function plain(status: number, text: string): HttpResponse {
  return { status, headers: { "content-type": "text/plain; charset=utf-8" }, body: `${text}\n` };
}

function joined(headers: IncomingHttpHeaders): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]),
  );
}
