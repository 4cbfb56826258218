import type { FastifyInstance } from "fastify";
import type { World } from "../model/world.ts";
import type { Metrics } from "./metrics.ts";
import { loopbacks, type ServiceOptions } from "./options.ts";
import { Problem } from "./problem.ts";
import { createHash, timingSafeEqual } from "node:crypto";

/** Seconds after which a client may retry. */
const retryAfter = 5;

/** Adds authorisation, logging and error responses. Logs contain no content of documents. */
export function addHooks(
  app: FastifyInstance,
  world: World,
  { token }: ServiceOptions,
  metrics: Pick<Metrics, "request" | "refused">,
): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
    // RFC 9112, 3.2: an intermediary could use the other one of two.
    if ((request.raw.headersDistinct["host"]?.length ?? 0) > 1) throw new Problem(400, "Bad Request", "Two hosts.");
    if (request.routeOptions.url !== "/health" || token === undefined) guardRequest(request.headers, token);
  });
  app.addHook("onResponse", async ({ id, method, routeOptions }, { statusCode, elapsedTime }) => {
    const route = routeOptions.url ?? "none";
    metrics.request({ route, method, status: String(statusCode) });
    const line = { id, method, route, status: statusCode, milliseconds: Math.round(elapsedTime) };
    world.terminal.printError(`${JSON.stringify(line)}\n`);
  });
  app.setNotFoundHandler(() => {
    throw new Problem(404, "Not Found", "There is nothing at this address; see /openapi.json.");
  });
  app.setErrorHandler((error, request, reply) => {
    const known = toProblem(error);
    if (known.status === 503) {
      metrics.refused(request.routeOptions.url ?? "none");
      reply.header("retry-after", String(retryAfter));
    }
    if (known.status === 401) reply.header("www-authenticate", "Bearer");
    const { status, title, message: detail, diagnostics } = known;
    const body = { type: "about:blank", title, status, detail, requestId: request.id, diagnostics };
    void reply.code(status).type("application/problem+json").send(JSON.stringify(body));
  });
}

/** Fastify's own errors have a status; any other error is our fault, and its message is not exposed. */
function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { statusCode = 500, message = "" } = error as { statusCode?: number; message?: string };
  if (statusCode >= 400 && statusCode < 500) return new Problem(statusCode, "Refused", message);
  return new Problem(500, "Internal Server Error", "The service has failed.");
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Rejects requests without the token, and those from pages of other sites open in a local browser. */
function guardRequest(headers: Headers, token: string | undefined): void {
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
