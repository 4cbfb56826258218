import type { FastifyReply, FastifyRequest } from "fastify";
import { parse, resolve } from "node:path";
import type { OffprintConfig } from "../config/offprint-config.ts";
import { keepBrowser } from "../model/keep-browser.ts";
import type { World } from "../model/world.ts";
import { rowBody } from "./answers.ts";
import { createArtifactStore } from "./artifact-store.ts";
import { chooseAnswer } from "./choose-answer.ts";
import { openGate } from "./gate.ts";
import { addHooks } from "./hooks.ts";
import { type ServiceResult, makeDocument, makeRow, type JobContext } from "./make.ts";
import { createMetrics } from "./metrics.ts";
import { describeService } from "./open-api.ts";
import type { ServiceOptions } from "./options.ts";
import { Problem } from "./problem.ts";
import { readDocument } from "./read-document.ts";
import { createTidying } from "./remove-leftovers.ts";
import { createJobs } from "./run-job.ts";

/** A listening service. */
export interface Service {
  readonly url: string;
  /** Finishes current jobs, rejects new ones, and stops. */
  readonly stop: () => Promise<void>;
}

/** Maximum size in bytes of the files kept, and how long they are kept. */
const held = { bytes: 64 * 2 ** 20, milliseconds: 10 * 60_000 };

/** Serves documents over HTTP. Rejects with the system's error where it cannot listen on the address. */
export async function startService(
  world: World,
  config: OffprintConfig,
  toolVersion: string,
  options: ServiceOptions,
): Promise<Service> {
  const { default: fastify } = await import("fastify");
  const started = world.clock.now().getTime().toString(36);
  let requests = 0;
  const app = fastify({
    logger: false,
    bodyLimit: options.bodyLimit,
    requestTimeout: 60_000,
    return503OnClosing: true,
    forceCloseConnections: "idle",
    genReqId: () => `${started}-${(requests += 1)}`,
  });
  const browser = keepBrowser(world);
  const workshop: JobContext = { world: browser.world, config, toolVersion };
  const gate = openGate(options.concurrency, options.waiting);
  const store = createArtifactStore(() => world.clock.now(), held.bytes, held.milliseconds);
  const gauges = { active: gate.active, waiting: gate.waiting, heldBytes: store.size };
  const metrics = await createMetrics(toolVersion, gauges, world.host.variables);
  const jobs = createJobs(world, gate, metrics, options.deadline);
  const tidy = createTidying(world);
  let stopping = false;
  const publications = new Map(
    options.sources.map((source) => [parse(source).name, resolve(world.host.workingFolder, source)]),
  );

  /** Sends the list of files, or the one file. */
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    made: ServiceResult,
    asFile: boolean,
  ): Promise<unknown> => {
    const [first] = made.files;
    if (asFile && first) {
      const name = encodeURIComponent(first.name);
      return reply
        .type(first.mediaType)
        .header("content-disposition", `attachment; filename*=UTF-8''${name}`)
        .send(Buffer.from(first.bytes));
    }
    const artifacts = made.files.map(({ bytes, ...file }) => {
      store.put(file.sha256, { fileName: file.name, mediaType: file.mediaType, bytes });
      return { ...file, href: `/artifacts/${file.sha256}/${encodeURIComponent(file.name)}` };
    });
    return reply.send({ requestId: request.id, artifacts, diagnostics: made.diagnostics });
  };
  /** A job may have killed the browser, so the next one opens another. */
  const work = async (run: (signal: AbortSignal) => Promise<ServiceResult>): Promise<ServiceResult> => {
    if (stopping) throw new Problem(503, "Service Unavailable", "The service stops.");
    tidy().catch(() => undefined);
    try {
      return await jobs.run(run);
    } catch (error) {
      if (error instanceof Problem && error.status === 500 && gate.active() === 0) await browser.renew();
      throw error;
    }
  };

  addHooks(app, world, options, metrics);
  // A keep-alive connection would keep the service from stopping.
  app.addHook("onSend", async (_request, reply) => void (stopping && reply.header("connection", "close")));
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.post<{ Querystring: { edition?: string | string[] } }>("/documents", async (request, reply) => {
    const choice = chooseAnswer(request.headers.accept, request.query.edition);
    const sent = await readDocument(request.headers["content-type"] ?? "text/markdown", bytesOf(request.body));
    return answer(
      request,
      reply,
      await work((signal) => makeDocument(workshop, sent, choice.editions, signal)),
      choice.asFile,
    );
  });
  app.post<{ Params: { slug: string }; Querystring: { edition?: string | string[] } }>(
    "/publications/:slug/rows",
    async (request, reply) => {
      const source = publications.get(request.params.slug);
      if (source === undefined) throw new Problem(404, "Not Found", "The service has no publication of this name.");
      const choice = chooseAnswer(request.headers.accept, request.query.edition, ["handout"]);
      const row = readRow(bytesOf(request.body));
      const [edition = "handout"] = choice.editions;
      return answer(request, reply, await work(() => makeRow(workshop, source, row, edition)), choice.asFile);
    },
  );
  app.get<{ Params: { sha256: string } }>("/artifacts/:sha256/:name", async (request, reply) => {
    const file = store.get(request.params.sha256);
    if (!file) throw new Problem(404, "Not Found", "This file is not, or no longer, here.");
    return reply.type(file.mediaType).send(Buffer.from(file.bytes));
  });
  app.get("/health", async () => ({
    status: stopping ? "stopping" : "ok",
    version: toolVersion,
    active: gate.active(),
    waiting: gate.waiting(),
  }));
  app.get("/openapi.json", async () => describeService(toolVersion));
  app.get("/metrics", async (_request, reply) =>
    reply.type("text/plain; version=0.0.4; charset=utf-8").send(await metrics.expose()),
  );
  await tidy().catch(() => undefined);
  const url = await app.listen({ port: options.port, host: options.host });
  return {
    url,
    stop: async () => {
      stopping = true;
      await app.close();
      await jobs.settle();
      await Promise.all([browser.close(), metrics.close()]);
    },
  };
}

function bytesOf(body: unknown): Uint8Array {
  if (!(body instanceof Uint8Array) || body.length === 0)
    throw new Problem(400, "Bad Request", "The request has no body.");
  return body;
}

function readRow(bytes: Uint8Array): Record<string, string> {
  try {
    const row = rowBody.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
    if (Object.keys(row).length > 0) return row;
  } catch {
    // Logged below.
  }
  throw new Problem(400, "Bad Request", "A row is a JSON object with a text for each variable.");
}
