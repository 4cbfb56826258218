import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { mkdir, mkdtemp, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import type { HttpRequest, HttpResponse, Server } from "../../src/model/network.ts";
import { network } from "../../src/world/network.ts";
import { watcher } from "../../src/world/watcher.ts";

const folder = await realpath(await mkdtemp(join(tmpdir(), "offprint-test-")));
afterAll(() => rm(folder, { recursive: true, force: true }));

const nodeModule = pathToFileURL(join(import.meta.dirname, "..", "..", "src", "world", "node.ts")).href;

/** Run a script with the real world at hand; `signal` is sent when it has printed something. */
async function run(script: string, options: { cwd?: string; signal?: NodeJS.Signals } = {}) {
  const source = `import { realWorld } from ${JSON.stringify(nodeModule)};\nconst world = realWorld();\n${script}`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", source], {
    cwd: options.cwd ?? folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (output === "" && options.signal) child.kill(options.signal);
    output += text;
  });
  return new Promise<{ code: number | null; signal: string | null; output: string }>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, output }));
  });
}

describe("a server", () => {
  const servers: Server[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });

  async function serve(handle: (request: HttpRequest) => Promise<HttpResponse>): Promise<string> {
    const server = await network.serve(0, handle);
    servers.push(server);
    return server.url;
  }
  const text = (body: HttpResponse["body"]): HttpResponse => ({ status: 200, headers: { "x-test": "yes" }, body });

  /** `fetch` tidies paths and host names; this sends them as they are. */
  function send(url: string, path: string, headers: Record<string, string> = {}): Promise<number | undefined> {
    const { hostname, port } = new URL(url);
    return new Promise((resolve, reject) => {
      const asked = httpRequest({ hostname, port, path, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on("error", reject).end();
    });
  }

  test("passes requests and responses through", async () => {
    const asked: HttpRequest[] = [];
    const url = await serve(async (request) => {
      asked.push(request);
      return text(new Uint8Array([0, 255]));
    });
    const response = await fetch(`${url}a%20b/c?d=e`, { method: "POST", headers: { "X-Asked": "1" } });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([0, 255]));
    expect(response.headers.get("x-test")).toBe("yes");
    expect(asked).toMatchObject([{ method: "POST", path: "/a%20b/c", headers: { "x-asked": "1" } }]);
  });

  test("is on this machine's loopback address", async () => {
    expect(await serve(async () => text(""))).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  test("gives out paths without dots", async () => {
    const paths: string[] = [];
    const url = await serve(async ({ path }) => {
      paths.push(path);
      return text("");
    });
    await send(url, "/a/../../etc/passwd");
    await send(url, "/a/%2e%2e/%2E%2e/etc/passwd");
    await send(url, "//elsewhere.example/x");
    expect(paths).toEqual(["/etc/passwd", "/etc/passwd", "//elsewhere.example/x"]);
  });

  test("refuses an invalid path", async () => {
    const url = await serve(async () => text(""));
    expect(await send(url, "http://elsewhere.example/")).toBe(400);
    expect(await send(url, "*")).toBe(400);
  });

  test.each(["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example:4000", "[::1]:4000"])(
    "refuses a page of %s that has been led here",
    async (host) => {
      const url = await serve(async () => text("secret"));
      expect(await send(url, "/", { host })).toBe(421);
    },
  );

  test.each(["localhost", "LocalHost:4000", "127.0.0.1"])("answers to %s", async (host) => {
    const url = await serve(async () => text("shown"));
    expect(await send(url, "/", { host })).toBe(200);
  });

  test("reports the failure without a stack trace", async () => {
    const url = await serve(() => Promise.reject(new Error("The cat sat on it.")));
    const response = await fetch(url);
    expect([response.status, await response.text()]).toEqual([500, "The cat sat on it.\n"]);
  });

  test("sends events as they come, and lets go of the source when the client leaves", async () => {
    let left = false;
    const next = Promise.withResolvers<void>();
    async function* events(): AsyncGenerator<string> {
      try {
        await next.promise;
        yield "data: one\n\n";
        for (;;) {
          await new Promise((resolve) => setTimeout(resolve, 5));
          yield "data: more\n\n";
        }
      } finally {
        left = true;
      }
    }
    const url = await serve(async () => text(events()));
    const client = new AbortController();
    // The head comes before the first event.
    const response = await fetch(url, { signal: client.signal });
    next.resolve();
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain("data: one\n\n");
    client.abort();
    await expect.poll(() => left).toBe(true);
  });

  test("closes though an answer has no end", async () => {
    const server = await network.serve(0, async () =>
      text({ [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }) }),
    );
    const response = await fetch(server.url);
    await server.close();
    await expect(response.text()).rejects.toThrow();
    await expect(fetch(server.url)).rejects.toThrow();
  });

  test("does not share a port", async () => {
    const taken = Number(new URL(await serve(async () => text(""))).port);
    await expect(network.serve(taken, async () => text(""))).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});

describe("a watcher", () => {
  async function watch(use: (changes: string[][], at: string) => Promise<void>): Promise<void> {
    const at = await mkdtemp(join(folder, "watched-"));
    await mkdir(join(at, "deep", "deeper"), { recursive: true });
    const changes: string[][] = [];
    const watching = await watcher.watch([at], (paths) => void changes.push([...paths]));
    try {
      // Some systems need a moment before they see anything, and tell of what was there just before.
      await settled(changes);
      changes.length = 0;
      await use(changes, at);
    } finally {
      watching.close();
    }
  }
  const settled = async (changes: unknown[]): Promise<void> => {
    let seen = -1;
    while (seen !== changes.length) {
      seen = changes.length;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  };

  test("reports a file in a deep folder by its path, once for several events", async () => {
    await watch(async (changes, at) => {
      const file = join(at, "deep", "deeper", "article.md");
      for (const step of ["one", "two", "three"]) writeFileSync(file, step);
      await expect.poll(() => changes.flat()).toContain(file);
      await settled(changes);
      expect(changes).toEqual([[file]]);
    });
  });

  test("notices a folder that was created later, and a deleted file", async () => {
    await watch(async (changes, at) => {
      const file = join(at, "new", "figure.svg");
      await mkdir(join(at, "new"));
      await settled(changes);
      await writeFile(file, "<svg/>");
      await expect.poll(() => changes.flat()).toContain(file);
      changes.length = 0;
      await rm(file);
      await expect.poll(() => changes.flat()).toContain(file);
    });
  });

  test("sees each time that an editor puts a new file in the place of the old one", async () => {
    await watch(async (changes, at) => {
      const file = join(at, "deep", "article.md");
      for (const text of ["one", "two", "three"]) {
        await writeFile(join(at, "deep", "draft~"), text);
        await rename(join(at, "deep", "draft~"), file);
        await expect.poll(() => changes.flat()).toContain(file);
        await settled(changes);
        changes.length = 0;
      }
    });
  });

  test("reports nothing after it is closed", async () => {
    const at = await mkdtemp(join(folder, "watched-"));
    const changes: unknown[] = [];
    const watching = await watcher.watch([at], (paths) => void changes.push(paths));
    await settled(changes);
    changes.length = 0;
    await writeFile(join(at, "a"), "");
    watching.close();
    await settled(changes);
    expect(changes).toEqual([]);
  });

  test("needs a folder", async () => {
    await expect(watcher.watch([folder, join(folder, "none")], () => {})).rejects.toThrow(/ENOENT/);
  });
});

describe("a module", () => {
  /** Vitest loads modules in a way of its own, so that another Node does it here. */
  async function load(name: string, source?: string): Promise<string> {
    const path = join(folder, name);
    if (source !== undefined) await writeFile(path, source);
    const script = `const given = world.modules.load(${JSON.stringify(path)});
      console.log(await given.then((value) => JSON.stringify(value), (error) => "Rejected: " + error.message));`;
    const { output } = await run(script);
    return output.trim();
  }

  test("gives its default export, TypeScript or JavaScript, whatever its path", async () => {
    expect(await load("a #1%20.ts", "const strict: boolean = true;\nexport default { strict };\n")).toBe(
      '{"strict":true}',
    );
    expect(await load("b.mjs", "export default 7;\n")).toBe("7");
  });

  test.each(["commonjs", "module", undefined])(
    "is TypeScript of modules where package.json has the type %s",
    async (type) => {
      await writeFile(join(folder, "package.json"), JSON.stringify({ type }));
      await writeFile(join(folder, "part.ts"), "export const part: number = 1;\n");
      const printed = await load("whole.ts", 'import { part } from "./part.ts";\nexport default { part };\n');
      await rm(join(folder, "package.json"));
      expect(printed).toBe('{"part":1}');
    },
  );

  test("without a default export, with a fault or not there at all is an error", async () => {
    expect(await load("c.mjs", "export const a = 1;\n")).toBe("Rejected: It has no default export.");
    expect(await load("d.mjs", "throw new Error('broken');\n")).toBe("Rejected: broken");
    expect(await load("e.mjs", "export default {\n")).toMatch(/^Rejected: Unexpected end/);
    expect(await load("none.ts")).toMatch(/^Rejected: Cannot find module/);
  });
});

test("Puppeteer runs no configuration file from the current folder", async () => {
  const proof = join(folder, "proof");
  await writeFile(
    join(folder, ".puppeteerrc.cjs"),
    `require("node:fs").writeFileSync(${JSON.stringify(proof)}, ""); module.exports = {};`,
  );
  const script = `const outcome = await world.browsers.open({ path: process.execPath }); console.log(outcome.ok);`;
  expect(await run(script)).toMatchObject({ code: 0, output: "false\n" });
  await expect(stat(proof)).rejects.toMatchObject({ code: "ENOENT" });
});

describe.runIf(process.platform !== "win32")("an interruption", () => {
  const wait = "const waiting = setInterval(() => {}, 1000);";

  test.each(["SIGINT", "SIGTERM"] as const)(
    "by %s lets a program that waits for it end in its own way",
    async (signal) => {
      const script = `${wait} world.interrupted.then(() => { console.log("tidied"); clearInterval(waiting); }); console.log("up");`;
      expect(await run(script, { signal })).toEqual({ code: 0, signal: null, output: "up\ntidied\n" });
    },
  );

  test("ends a program that does not wait for it at once", async () => {
    expect(await run(`${wait} console.log("up");`, { signal: "SIGINT" })).toMatchObject({ signal: "SIGINT" });
  });

  test("is left to the program that has a browser running", async () => {
    const script = `
      const { interrupted } = world;
      const opened = await world.browsers.open({});
      if (!opened.ok) throw new Error(opened.diagnostics[0].message);
      console.log("up");
      await interrupted;
      const pdf = await opened.value.print("<title>still here</title>");
      await opened.value.close();
      console.log(new TextDecoder().decode(pdf.slice(0, 5)));`;
    expect(await run(script, { signal: "SIGINT" })).toEqual({ code: 0, signal: null, output: "up\n%PDF-\n" });
  }, 900_000);
});
