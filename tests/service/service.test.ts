import { once } from "node:events";
import { watch } from "node:fs";
import { readdir } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { text as textOf } from "node:stream/consumers";
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { ServiceOptions } from "../../src/service/options.ts";
import { type Service, startService } from "../../src/service/start-service.ts";
import { recordedTerminal } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const article = "---\nlanguage: en\ndate: 2026-11-01\n---\n\n# Anna's plan\n\nA text with words.\n";
const personal =
  "---\nlanguage: en\ndate: 2026-11-01\nroster:\n  name: {}\n---\n\n# Plan of {{name}}\n\nHello, {{name}}.\n";
const usual: ServiceOptions = {
  sources: [],
  port: 0,
  host: "127.0.0.1",
  concurrency: 2,
  waiting: 4,
  deadline: 600,
  bodyLimit: 100_000,
};

async function serve(options: Partial<ServiceOptions> = {}, folder = tmpdir(), variables: Record<string, string> = {}) {
  const { terminal, printed } = recordedTerminal();
  const { host, ...world } = worldIn(folder, { terminal });
  const service = await startService({ ...world, host: { ...host, variables } }, {}, "0.0.0", { ...usual, ...options });
  const ask = (path: string, headers: Record<string, string> = {}, body?: BodyInit): Promise<Response> =>
    fetch(service.url + path, {
      method: body === undefined ? "GET" : "POST",
      headers,
      ...(body !== undefined && { body }),
    });
  return { service, ask, printed };
}

interface Answer {
  readonly requestId: string;
  readonly artifacts: readonly {
    readonly name: string;
    readonly href: string;
    readonly sha256: string;
    readonly size: number;
  }[];
  readonly diagnostics: readonly { readonly rule: string; readonly message: string; readonly file?: string }[];
}

const markdown = { "content-type": "text/markdown" };

describe("a service on loopback", () => {
  let service: Service;
  let ask: Awaited<ReturnType<typeof serve>>["ask"];
  let printed: { out: string; err: string };

  beforeAll(async () => {
    ({ service, ask, printed } = await serve());
  });
  afterAll(() => service.stop());

  test("makes a list of files that can be fetched", async () => {
    const response = await ask("/documents?edition=web,text", markdown, article);
    expect(response.status).toBe(200);
    const { artifacts, requestId } = (await response.json()) as Answer;
    expect(artifacts.map(({ name }) => name)).toEqual(["document.html", "document.txt"]);
    expect(response.headers.get("x-request-id")).toBe(requestId);
    for (const { href, size } of artifacts) {
      const file = await ask(href);
      expect((await file.arrayBuffer()).byteLength).toBe(size);
    }
    expect((await ask(`/artifacts/${"0".repeat(64)}/document.html`)).status).toBe(404);
  });

  test("makes one file of the format that is accepted, the same twice", async () => {
    const make = async (): Promise<Uint8Array> => {
      const response = await ask("/documents", { ...markdown, accept: "application/pdf" }, article);
      expect(response.headers.get("content-type")).toBe("application/pdf");
      return new Uint8Array(await response.arrayBuffer());
    };
    const [first, second] = [await make(), await make()];
    expect(Buffer.compare(first, second)).toBe(0);
    expect((await PDFDocument.load(first)).getTitle()).toBe("Anna’s plan");
  });

  test("takes a document with its pictures", async () => {
    const form = new FormData();
    form.append("document", new File(["# A\n\n![A dot](dot.svg)\n"], "a.md"));
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4" fill="#123456"/></svg>';
    form.append("picture", new File([svg], "dot.svg"));
    const response = await ask("/documents", { accept: "text/html" }, form);
    expect(await response.text()).toContain("data:image/svg+xml");
  });

  test("reads only uploaded files, and reports others without their folder", async () => {
    const text =
      '# A\n\n![Passwords](/etc/passwd.png)\n\n![Up](../../../../etc/hostname)\n\n::include{file="/etc/hostname"}\n';
    const response = await ask("/documents?edition=text", markdown, text);
    const body = await response.text();
    expect(body).toContain("article.md");
    expect(body).not.toContain(tmpdir());
  });

  test("removes its folder", async () => {
    // Others work in the folder of the system at the same time.
    const own = await temporaryFolder();
    vi.stubEnv("TMPDIR", own);
    try {
      const made: string[] = [];
      const watching = watch(own, (_, name) => void made.push(name ?? ""));
      expect((await ask("/documents?edition=text", markdown, article)).status).toBe(200);
      expect(await readdir(own)).toEqual([]);
      await expect.poll(() => made).not.toEqual([]);
      watching.close();
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test.each([
    ["an unknown edition", "/documents?edition=scroll", markdown, article, 400],
    ["an unknown format", "/documents", { ...markdown, accept: "image/png" }, article, 406],
    ["a type that is no document", "/documents", { "content-type": "image/png" }, article, 415],
    ["a body that is too large", "/documents", markdown, "a".repeat(100_001), 413],
    ["an empty body", "/documents", markdown, "", 400],
    ["a document with an error", "/documents?edition=text", markdown, "---\nkeywords: &a [*a]\n---\n", 422],
    ["an unknown publication", "/publications/x/rows", { "content-type": "application/json" }, "{}", 404],
    ["a page of another site", "/documents", { ...markdown, origin: "https://example.org" }, article, 403],
    ["an unknown address", "/nothing", {}, undefined, 404],
  ] as const)("answers %s with problem details", async (_name, path, headers, body, status) => {
    const response = await ask(path, headers, body);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(await response.json()).toMatchObject({ status, requestId: response.headers.get("x-request-id") });
  });

  test("describes itself, and counts", async () => {
    const description = (await (await ask("/openapi.json")).json()) as { openapi: string; paths: object };
    expect(description.openapi).toBe("3.1.1");
    expect(Object.keys(description.paths)).toContain("/documents");
    expect(await (await ask("/health")).json()).toEqual({ status: "ok", version: "0.0.0", active: 0, waiting: 0 });
    const metrics = await (await ask("/metrics")).text();
    expect(metrics).toMatch(/^offprint_requests_total\{route="\/documents",method="POST",status="200"\} \d+$/m);
    expect(metrics).toMatch(/^offprint_job_seconds_count \d+$/m);
  });

  test("logs no word of a document", () => {
    expect(printed.err).toContain('"route":"/documents"');
    expect(printed.err).not.toMatch(/Anna|words|article/);
  });
});

test("a row becomes a handout of its person", async () => {
  const folder = await temporaryFolder({ "plan.md": personal });
  const { service, ask, printed } = await serve({ sources: ["plan.md"] }, folder);
  const json = { "content-type": "application/json" };
  const response = await ask("/publications/plan/rows", { ...json, accept: "application/pdf" }, '{"name":"Zoë"}');
  expect(response.status).toBe(200);
  expect((await PDFDocument.load(await response.arrayBuffer())).getTitle()).toBe("Plan of Zoë");
  const listed = (await (await ask("/publications/plan/rows", json, '{"name":"Zoë"}')).json()) as Answer;
  expect(listed.artifacts).toHaveLength(1);
  expect((await ask("/publications/plan/rows", json, '{"nam":"Zoë"}')).status).toBe(422);
  expect(printed.err).not.toContain("Zo");
  await service.stop();
});

test("requires a token when one is configured", async () => {
  const { service, ask } = await serve({ token: "secret" });
  expect((await ask("/documents", markdown, article)).status).toBe(401);
  expect((await ask("/metrics", { authorization: "Bearer wrong" })).status).toBe(401);
  expect((await ask("/metrics", { authorization: "Bearer secret" })).status).toBe(200);
  expect((await ask("/health")).status).toBe(200);
  await service.stop();
});

test("a client without a free slot is asked to retry, and no other client", async () => {
  const { service, ask } = await serve({ concurrency: 1, waiting: 2 });
  const responses = await Promise.all(
    Array.from({ length: 9 }, () => ask("/documents?edition=text", markdown, article)),
  );
  const counts = Object.groupBy(responses, ({ status }) => status);
  expect(Object.keys(counts)).toEqual(["200", "503"]);
  expect(counts[200]?.length).toBeGreaterThanOrEqual(3);
  for (const response of counts[503] ?? []) expect(response.headers.get("retry-after")).toBe("5");
  await service.stop();
});

test("finishes running jobs when the service stops", async () => {
  const { service, ask } = await serve({ concurrency: 1 });
  const working = ask("/documents", { ...markdown, accept: "application/pdf" }, article);
  await expect
    .poll(async () => ((await (await ask("/health")).json()) as { active: number }).active, { interval: 5 })
    .toBe(1);
  const stopped = service.stop();
  expect((await working).status).toBe(200);
  await stopped;
  await expect(ask("/health")).rejects.toThrow();
});

test("a document that takes too long is answered when its time is over", async () => {
  const { service, ask } = await serve({ deadline: 0.001 });
  expect((await ask("/documents", markdown, article)).status).toBe(504);
  await service.stop();
});

test("metrics are sent to a collector of OpenTelemetry, without a word of a document", async () => {
  const received: string[] = [];
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    received.push(`${request.url} ${await textOf(request)}`);
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  };
  const collector = createServer((request, response) => {
    void receive(request, response);
  }).listen(0, "127.0.0.1");
  await once(collector, "listening");
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  vi.stubEnv("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint);
  try {
    const { service, ask } = await serve({}, tmpdir(), { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
    expect((await ask("/documents?edition=text", markdown, article)).status).toBe(200);
    // What has not been sent is sent at the end.
    await service.stop();
    const sent = received.join("\n");
    expect(sent).toContain("/v1/metrics ");
    expect(sent).toContain("offprint_requests");
    expect(sent).toContain("offprint_job_seconds");
    expect(sent).not.toContain("Anna");
  } finally {
    vi.unstubAllEnvs();
    collector.closeAllConnections();
    collector.close();
  }
});
