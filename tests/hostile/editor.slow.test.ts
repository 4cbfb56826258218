import { PassThrough } from "node:stream";
import { afterEach, describe, expect, test } from "vitest";
import { serve } from "../../src/language-server/serve.ts";
import { succeed } from "../../src/model/outcome.ts";
import { worldOf } from "../support/world.ts";

// What an editor may send that is none. Each time a proper question that follows has its answer.

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

function openServer() {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const world = worldOf({ "a.md": "# A\n\nText.\n", "secret.txt": "secret" });
  const ended = serve({ world, version: "0", loadConfig: () => Promise.resolve(succeed({})), input, output });
  let printed = "";
  output.on("data", (bytes: Buffer) => void (printed += bytes.toString()));
  const raw = (text: string): void => void input.write(text);
  const message = (content: object): void => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...content });
    raw(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const answers = (): Answer[] =>
    printed.split(/Content-Length: \d+\r\n(?:[^\r\n]+\r\n)*\r\n/).flatMap((text) => {
      try {
        return [JSON.parse(text) as Answer];
      } catch {
        return [];
      }
    });
  let id = 0;
  const ask = async (method: string, params: unknown): Promise<Answer> => {
    const own = (id += 1);
    message({ id: own, method, params });
    await expect.poll(() => answers().some((server) => server.id === own)).toBe(true);
    return answers().find((server) => server.id === own) as Answer;
  };
  return { raw, message, ask, said: () => printed, end: () => (input.end(), ended) };
}

let server: ReturnType<typeof openServer> | undefined;
afterEach(() => server?.end());

async function started() {
  server = openServer();
  await server.ask("initialize", { processId: null, capabilities: {}, workspaceFolders: null, rootUri: null });
  server.message({ method: "initialized", params: {} });
  return server;
}

const opened = (uri: string, text = "# A\n\n![](none.png)\n") => ({
  method: "textDocument/didOpen",
  params: { textDocument: { uri, languageId: "markdown", version: 1, text } },
});
const place = { line: 0, character: 0 };

async function expectAlive(running: Awaited<ReturnType<typeof started>>): Promise<void> {
  const answer = await running.ask("textDocument/hover", { textDocument: { uri: "file:///a.md" }, position: place });
  expect(answer.error).toBeUndefined();
}

describe("an address that is no file of the project", () => {
  test.each([
    "file://evil.example/share/a.md",
    "file:///%00.md",
    "file:///a%2fb.md",
    "file:///%E0%A4%A.md",
    "file:",
    "file:///",
    "",
    "untitled:a",
    "http://evil.example/a.md",
    "javascript:alert(1)",
    "file:///../../../../etc/passwd",
    `file:///${"a/".repeat(5000)}a.md`,
    "file:///\u202Ea.md",
    "__proto__",
  ])("%j", async (uri) => {
    const running = await started();
    running.message(opened(uri));
    const asked = await running.ask("textDocument/hover", { textDocument: { uri }, position: place });
    expect(asked.error?.message ?? "").not.toMatch(/Cannot read|is not a function|must be/);
    await running.ask("textDocument/completion", { textDocument: { uri }, position: place });
    running.message({ method: "textDocument/didClose", params: { textDocument: { uri } } });
    await expectAlive(running);
    expect(running.said()).not.toContain("root:x");
  });
});

describe("a place that is not in the text, a change that is none", () => {
  test.each([
    { line: 99_999, character: 0 },
    { line: -1, character: -1 },
    { line: 0, character: 1e15 },
    { line: 0.5, character: 0.5 },
  ])("%j", async (position) => {
    const running = await started();
    running.message(opened("file:///a.md"));
    const asked = await running.ask("textDocument/completion", { textDocument: { uri: "file:///a.md" }, position });
    expect(asked.error?.message ?? "").not.toMatch(/Cannot read|is not a function/);
    await expectAlive(running);
  });

  test("a range whose end precedes its start", async () => {
    const running = await started();
    running.message(opened("file:///a.md"));
    const range = { start: { line: 9, character: 9 }, end: place };
    running.message({
      method: "textDocument/didChange",
      params: { textDocument: { uri: "file:///a.md", version: 2 }, contentChanges: [{ range, text: "x" }] },
    });
    await expectAlive(running);
  });

  test("a text of a megabyte in a line", async () => {
    const running = await started();
    running.message(opened("file:///a.md", `# A\n\n${"w".repeat(1_200_000)}\n`));
    await expectAlive(running);
    expect(running.said()).toContain("sourceSize");
  });
});

describe("malformed messages", () => {
  test.each(["null", "[]", "5", '"x"', "{}", "{", '{"jsonrpc":"2.0","id":1e999}', '{"jsonrpc":"2.0","method":5}'])(
    "%s",
    async (body) => {
      const running = await started();
      running.raw(`Content-Length: ${body.length}\r\n\r\n${body}`);
      await expectAlive(running);
    },
  );
  test.each(["textDocument/hover", "textDocument/rename", "textDocument/codeAction", "__proto__", "constructor"])(
    "%s of nothing",
    async (method) => {
      const running = await started();
      const { error } = await running.ask(method, {});
      expect(error?.message).not.toMatch(/^$/);
      await expectAlive(running);
    },
  );
});
