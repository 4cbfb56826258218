import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished, expect, test } from "vitest";
import type { HttpRequest, HttpResponse } from "../../src/model/network.ts";
import type { World } from "../../src/model/world.ts";
import { offprint } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const real = worldIn("/");

type Answer = HttpResponse | ((request: HttpRequest, times: number) => HttpResponse);

const answer = (status: number, headers: Record<string, string> = {}): HttpResponse => ({ status, headers, body: "" });

/** A server on this machine with these answers by path; what it was asked is kept. */
async function site(answers: Readonly<Record<string, Answer>>) {
  const asked: string[] = [];
  const most = { atOnce: 0 };
  let open = 0;
  const server = await real.network.serve(0, async (request) => {
    asked.push(`${request.method} ${request.path}`);
    open += 1;
    most.atOnce = Math.max(most.atOnce, open);
    await new Promise((resolve) => setImmediate(resolve));
    open -= 1;
    const times = asked.filter((text) => text.endsWith(` ${request.path}`)).length;
    const input = answers[request.path] ?? answer(404);
    return typeof input === "function" ? input(request, times) : input;
  });
  onTestFinished(() => server.close());
  return { url: server.url, asked, most };
}

/** A world whose pauses take no time, with a cache of its own and a clock that stands still. */
async function worldAt(day: string, cacheFolder: string) {
  const waits: number[] = [];
  const http: World["http"] = { ...real.http, wait: async (time) => void waits.push(time) };
  const clock = { now: () => new Date(`${day}T12:00:00Z`) };
  const changes = (folder: string): Partial<World> => ({
    http,
    clock,
    host: { ...worldIn(folder).host, cacheFolder },
  });
  return { waits, changes };
}

async function links(text: string, arguments_: readonly string[] = [], day = "2026-11-24", cache?: string) {
  const folder = await temporaryFolder({ "article.md": text });
  const cacheFolder = cache ?? (await temporaryFolder());
  const { waits, changes } = await worldAt(day, cacheFolder);
  const ran = await offprint(folder, ["links", "article.md", ...arguments_], changes(folder));
  return { ...ran, waits, cacheFolder };
}

test("each address of a good link is requested once, with HEAD, whatever its fragments", async () => {
  const { url, asked } = await site({ "/a": answer(200), "/b": answer(200) });
  const text = `# T\n\n[A](${url}a) and [again](${url}a#part) and <${url}b>.\n`;
  const { code, out } = await links(text);
  expect(asked.toSorted()).toEqual(["HEAD /a", "HEAD /b"]);
  expect(out).toContain("2 web addresses, 2 of them checked now.");
  expect(code).toBe(0);
});

test("a dead link is an error at each of its mentions, after GET has failed too", async () => {
  const { url, asked } = await site({ "/gone": answer(410) });
  const text = `# T\n\n[A](${url}none) is\n[dead](${url}none), and so is [this one][g].\n\n[g]: ${url}gone\n`;
  const { code, out, err } = await links(text, ["--reporter", "json"]);
  const { diagnostics } = JSON.parse(out + err) as { diagnostics: { rule: string; place: { line: number } }[] };
  expect(diagnostics.map(({ rule, place }) => [rule, place.line])).toEqual([
    ["linkAlive", 3],
    ["linkAlive", 4],
    ["linkAlive", 6],
  ]);
  expect(asked.toSorted()).toEqual(["GET /gone", "GET /none", "HEAD /gone", "HEAD /none"]);
  expect(code).toBe(1);
});

test("a server that does not support HEAD gets a GET", async () => {
  const { url, asked } = await site({ "/a": ({ method }) => answer(method === "HEAD" ? 405 : 200) });
  expect((await links(`# T\n\n[A](${url}a)\n`)).code).toBe(0);
  expect(asked).toEqual(["HEAD /a", "GET /a"]);
});

test("reports the new address of a permanent redirect, not of a temporary one", async () => {
  const { url } = await site({
    "/old": answer(301, { location: "/new" }),
    "/now": answer(302, { location: "/new" }),
    "/round": answer(302, { location: "/round" }),
    "/new": answer(200),
  });
  const moved = await links(`# T\n\n[A](${url}old), [b](${url}now)\n`);
  expect(moved.err + moved.out).toMatch(/article\.md:3:1 info .*\/old has moved permanently\. linkMoved/);
  expect(moved.err + moved.out).not.toContain("/now has");
  expect(moved.code).toBe(0);
  const round = await links(`# T\n\n[A](${url}round)\n`);
  expect(round.err + round.out).toMatch(/cannot be checked: it redirects more than/);
});

test("a temporary failure is retried after the time that the server asks for", async () => {
  const { url } = await site({
    "/busy": (_, times) => (times === 1 ? answer(429, { "retry-after": "3" }) : answer(200)),
    "/slow": (_, times) => (times < 4 ? answer(503) : answer(200)),
  });
  const { code, waits } = await links(`# T\n\n[A](${url}busy), [b](${url}slow)\n`);
  expect(waits).toEqual([3000, 2000]);
  expect(code).toBe(0);
});

test("a link that cannot be verified is a warning, which --strict makes an error", async () => {
  const { url } = await site({ "/closed": answer(403) });
  const text = `# T\n\n[A](${url}closed) [b](http://127.0.0.1:1/)\n`;
  const { code, err, out } = await links(text, ["--verbose"]);
  expect(err + out).toMatch(/warning .*closed cannot be checked: the server answers 403\. linkReachable/);
  expect(err + out).toMatch(/warning .*127\.0\.0\.1:1\/ cannot be checked: .* linkReachable/);
  expect(code).toBe(0);
  expect((await links(text, ["--strict"])).code).toBe(1);
});

test("one host gets one request at a time", async () => {
  const paths = Array.from({ length: 12 }, (_, index) => `/p${index}`);
  const { url, most } = await site(Object.fromEntries(paths.map((path) => [path, answer(200)])));
  await links(`# T\n\n${paths.map((path) => `<${url}${path.slice(1)}>`).join(" ")}\n`);
  expect(most.atOnce).toBe(1);
});

test("a good result is kept for a week; --fresh asks again; a damaged cache is ignored", async () => {
  const { url, asked } = await site({ "/a": answer(200) });
  const text = `# T\n\n[A](${url}a) [b](${url}none)\n`;
  const { cacheFolder } = await links(text, [], "2026-11-01");
  const result = JSON.parse(await readFile(join(cacheFolder, "links.json"), "utf8")) as { good: object };
  expect(result.good).toEqual({ [`${url}a`]: "2026-11-01T12:00:00.000Z" });
  const timesAfter = async (arguments_: readonly string[], day: string): Promise<number> => {
    await links(text, arguments_, day, cacheFolder);
    return asked.filter((candidate) => candidate === "HEAD /a").length;
  };
  expect(await timesAfter([], "2026-11-07")).toBe(1);
  expect(await timesAfter(["--fresh"], "2026-11-07")).toBe(2);
  expect(await timesAfter([], "2026-11-20")).toBe(3);
  await writeFile(join(cacheFolder, "links.json"), "{");
  expect(await timesAfter([], "2026-11-20")).toBe(4);
});

test("a missing source is a bad request", async () => {
  const { changes } = await worldAt("2026-11-24", await temporaryFolder());
  const folder = await temporaryFolder();
  expect((await offprint(folder, ["links", "nothing.md"], changes(folder))).code).toBe(2);
});

test("texts are read with the plug-ins of the configuration", async () => {
  const folder = await temporaryFolder({
    "article.md": "# T\n\nSee RFC 9.\n",
    "offprint.config.js": `export default { plugins: [{ name: "rfc", version: "1", dialects: [{
      name: "RFC", kind: "line",
      read: (lines) => new Map(lines.filter(({ text }) => text.includes("RFC 9"))
        .map(({ line, text }) => [line, text.replace("RFC 9", "[RFC 9](https://rfc.example/9)")])),
    }] }] };`,
  });
  const asked: string[] = [];
  const http: World["http"] = {
    ...real.http,
    ask: (_, url) => (asked.push(url), Promise.resolve({ status: 200, headers: {} })),
  };
  await offprint(folder, ["links", "article.md"], {
    http,
    host: { ...worldIn(folder).host, cacheFolder: await temporaryFolder() },
  });
  expect(asked).toEqual(["https://rfc.example/9"]);
});
