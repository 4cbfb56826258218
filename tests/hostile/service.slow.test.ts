import { once } from "node:events";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { zipSync, strToU8 } from "fflate";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Service, startService } from "../../src/service/start-service.ts";
import { recordedTerminal } from "../support/command-line.ts";
import { worldIn } from "../support/world.ts";

// What a client may send that is no client: each is answered, and the service goes on.

const article = "# A title\n\nA text.\n";
const markdown = { "content-type": "text/markdown" };
const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const { terminal, printed } = recordedTerminal();
let service: Service;

beforeAll(async () => {
  service = await startService(worldIn(tmpdir(), { terminal }), {}, "0.0.0", {
    sources: [],
    port: 0,
    host: "127.0.0.1",
    concurrency: 2,
    waiting: 8,
    deadline: 600,
    bodyLimit: 2_000_000,
  });
});
afterAll(async () => {
  // A job that was given up ends a little later than its answer.
  const isIdle = async (): Promise<void> => {
    const response = await fetch(`${service.url}/health`);
    expect(await response.json()).toMatchObject({ status: "ok", active: 0, waiting: 0 });
  };
  await vi.waitFor(isIdle, { timeout: 120_000 });
  await service.stop();
});

const post = (path: string, headers: Record<string, string>, body: BodyInit): Promise<Response> =>
  fetch(service.url + path, { method: "POST", headers, body });

/** The first line of the answer to bytes as they are. */
function send(bytes: string, wait = 120_000): Promise<string> {
  const { port } = new URL(service.url);
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(Number(port), "127.0.0.1", () => socket.write(bytes.replaceAll("PORT", port), "latin1"));
    const end = (): void => {
      socket.destroy();
      resolve(answer.split("\r\n")[0] ?? "");
    };
    const timer = setTimeout(end, wait);
    socket.on("data", (data) => {
      answer += data.toString("latin1");
      clearTimeout(timer);
      end();
    });
    socket.on("error", end).on("close", end);
  });
}

describe("bytes that are no request, or a strange one", () => {
  const host = "Host: 127.0.0.1:PORT\r\n";
  const attacks: Record<string, [bytes: string, answer: RegExp]> = {
    "no HTTP": ["hello\r\n\r\n", / 400 /],
    "no host": ["GET /health HTTP/1.1\r\n\r\n", / 400 /],
    "another host": ["GET /health HTTP/1.1\r\nHost: evil.example\r\n\r\n", / 421 /],
    "a host that ends as ours": ["GET /health HTTP/1.1\r\nHost: evil.localhost.example\r\n\r\n", / 421 /],
    "a host with a name of another before it": ["GET /health HTTP/1.1\r\nHost: evil@127.0.0.1\r\n\r\n", / 421 /],
    "two hosts": [`GET /health HTTP/1.1\r\n${host}Host: evil.example\r\n\r\n`, / (?:400|421) /],
    "an address of another host": [`GET http://evil.example/health HTTP/1.1\r\n${host}\r\n`, / (?:200|404|421) /],
    "a path above": [`GET /../../etc/passwd HTTP/1.1\r\n${host}\r\n`, / 404 /],
    "an encoded path above": [`GET /artifacts/..%2f..%2fetc/passwd HTTP/1.1\r\n${host}\r\n`, / 404 /],
    "a path that cannot be decoded": [`GET /artifacts/%E0%A4%A/x HTTP/1.1\r\n${host}\r\n`, / 40[04] /],
    "a NUL in a path": [`GET /artifacts/%00/x HTTP/1.1\r\n${host}\r\n`, / 404 /],
    "a path of names of Object": [`GET /publications/__proto__/rows HTTP/1.1\r\n${host}\r\n`, / 404 /],
    "a header that breaks its line": [`GET /health HTTP/1.1\r\n${host}X: a\rb: c\r\n\r\n`, / 400 /],
    "headers without end": [`GET /health HTTP/1.1\r\n${host}${"X: y\r\n".repeat(5000)}\r\n`, / (?:431|400|200) /],
    "a header of 100 kB": [`GET /health HTTP/1.1\r\n${host}X: ${"y".repeat(100_000)}\r\n\r\n`, / 431 /],
    "two lengths": [`POST /documents HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Length: 9\r\n\r\nx`, / 400 /],
    "a length and chunks": [
      `POST /documents HTTP/1.1\r\n${host}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      / 400 /,
    ],
    "a length below nothing": [`POST /documents HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`, / 400 /],
    "a length without end": [
      `POST /documents HTTP/1.1\r\n${host}Content-Type: text/markdown\r\nContent-Length: 99999999999\r\n\r\n`,
      / 413 /,
    ],
    "a chunk that is none": [
      `POST /documents HTTP/1.1\r\n${host}Content-Type: text/markdown\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
      / 400 /,
    ],
    "another protocol": [
      `GET /health HTTP/1.1\r\n${host}Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n`,
      / [24]\d\d /,
    ],
    "a method that is not known": [`BREW /documents HTTP/1.1\r\n${host}\r\n`, / 40[045] /],
    "a method that is not meant": [`DELETE /documents HTTP/1.1\r\n${host}\r\n`, / 404 /],
    TRACE: [`TRACE /documents HTTP/1.1\r\n${host}\r\n`, / 40[045] /],
  };
  test.each(Object.entries(attacks))("%s", async (_, [bytes, answer]) => {
    expect(await send(bytes)).toMatch(answer);
  });
  test("a body that stops holds no place", async () => {
    const header = `POST /documents HTTP/1.1\r\n${host}Content-Type: text/markdown\r\nContent-Length: 1000\r\n\r\n# A`;
    expect(await send(header, 500)).toBe("");
    expect(await (await fetch(`${service.url}/health`)).json()).toMatchObject({ active: 0, waiting: 0 });
  });
});

test.each([
  "../../etc/passwd",
  "..%2f..%2fetc%2fpasswd",
  "%00",
  "__proto__",
  "constructor",
  "a".repeat(64),
  "A".repeat(15_000),
  "%e0%80%80",
  "\\\\server\\share",
  "%2e%2e/%2e%2e/x",
  ";a=b",
  "?x[]=1&x[__proto__]=2",
  "-1",
  "null",
])("no file is at the address %j", async (id) => {
  for (const path of [`/artifacts/${id}`, `/artifacts/${id}/x.pdf`, `/artifacts/${"0".repeat(64)}/${id}`]) {
    const answer = await send(
      `GET ${path.replaceAll(" ", "%20")} HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  }
});

test("hundreds of connections that say nothing, or begin a request without an end, keep nobody out", async () => {
  const { port } = new URL(service.url);
  const sockets = Array.from({ length: 400 }, (_, index) => {
    const socket = connect(Number(port), "127.0.0.1");
    socket.on("error", () => undefined);
    if (index % 2 === 0) socket.write("POST /documents HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ");
    return socket;
  });
  await Promise.all(sockets.map((socket) => once(socket, "connect")));
  const response = await post("/documents", { ...markdown, accept: "text/html" }, article);
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining("A text.")]);
  for (const socket of sockets) socket.destroy();
});

describe("bodies and headers that contradict each other", () => {
  test.each([
    ["a type that is none", "/documents", { "content-type": "x" }, article, 415],
    ["a type of names of Object", "/documents", { "content-type": "__proto__" }, article, 415],
    ["a type of 10 kB", "/documents", { "content-type": `text/${"x".repeat(10_000)}` }, article, 415],
    ["parts without a boundary", "/documents", { "content-type": "multipart/form-data" }, article, 400],
    ["parts that do not end", "/documents", { "content-type": "multipart/form-data; boundary=x" }, "--x\r\n", 400],
    ["bytes as Word", "/documents?edition=text", { "content-type": docx }, "PK\u0003\u0004", 422],
    ["an accept of thousands", "/documents", { ...markdown, accept: "a/b,".repeat(2000) }, article, 406],
    ["an accept of names of Object", "/documents", { ...markdown, accept: "constructor" }, article, 406],
    ["an edition of names of Object", "/documents?edition=__proto__", markdown, article, 400],
    ["an edition that breaks its line", "/documents?edition=text%0D%0Ax:%20y", markdown, article, 400],
    ["a row that is a list", "/publications/x/rows", { "content-type": "application/json" }, "[]", 404],
  ] as const)("%s", async (_, path, headers, body, status) => {
    const response = await post(path, headers, body);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(JSON.stringify(await response.json())).not.toMatch(/Cannot read|is not a function|at \w+ \(|node_modules/);
  });

  test("an edition twice", async () => {
    const response = await post("/documents?edition=text&edition=web", markdown, article);
    expect(((await response.json()) as { artifacts: unknown[] }).artifacts).toHaveLength(2);
  });

  const named = (...names: string[]): FormData => {
    const form = new FormData();
    for (const name of names) form.append("file", new File([article], name));
    return form;
  };
  const parts: Record<string, [form: FormData, status: number]> = {
    "a name that goes up": [named("../../../tmp/evil.md"), 200],
    "a name that goes up by strokes of Windows": [named(String.raw`..\..\evil.md`), 200],
    "a hidden name": [named(".evil.md"), 400],
    "a name with an end of line": [named("a\nb.md"), 400],
    "a name with an escape sequence": [named("a\u001B[31m.md"), 400],
    "a name that is turned": [named("a\u202Edm.exe.md"), 400],
    "a name of 10 kB": [named(`${"a".repeat(10_000)}.md`), 400],
    "the name of the folder above": [named("..", "a.md"), 400],
    "the same name twice": [named("a.md", "x/a.md"), 400],
    "two documents": [named("a.md", "b.md"), 400],
    "no document": [named("a.png"), 400],
    "a thousand files": [named("a.md", ...Array.from({ length: 1000 }, (_unused, n) => `p${n}.png`)), 413],
    "a configuration": [named("a.md", "offprint.config.ts"), 200],
    "a publication that goes up": [
      ((form) => {
        form.append("file", new File(["chapters: [../../../etc/passwd, /etc/hostname]\n"], "publication.yaml"));
        return form;
      })(named("a.md")),
      422,
    ],
  };
  test.each(Object.entries(parts))("%s", async (_, [form, status]) => {
    const response = await post("/documents?edition=text", {}, form);
    const body = await response.text();
    expect([status, 200]).toContain(response.status);
    expect(body).not.toMatch(/root:x|Cannot read|offprint-[a-zA-Z0-9]{6}/);
  });

  test("a zip bomb as Word", async () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(200 * 2 ** 20) }, { level: 9 });
    const response = await post("/documents?edition=text", { "content-type": docx }, new Uint8Array(bomb));
    expect(response.status).toBe(422);
    expect(await response.text()).not.toMatch(/Cannot read|internalFault/);
  });

  test("Word with outside entities and pictures", async () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Kept &x;</w:t></w:r></w:p></w:body></w:document>`;
    const bytes = zipSync({ "word/document.xml": strToU8(xml), "[Content_Types].xml": strToU8("<Types/>") });
    const response = await post("/documents?edition=text", { "content-type": docx }, new Uint8Array(bytes));
    const body = await response.text();
    expect([200, 422]).toContain(response.status);
    expect(body).not.toMatch(/root:|Cannot read/);
  });

  test("logs have nothing of it", () => {
    expect(printed.err).not.toMatch(/passwd|evil|\p{Cf}|(?!\n)\p{Cc}/u);
  });
});
