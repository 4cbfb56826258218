import { rename, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { EditionName } from "../../src/model/edition.ts";
import { openBuildCache } from "../../src/pipeline/build-cache.ts";
import { startPreview } from "../../src/preview/preview.ts";
import { recordedTerminal } from "../support/command-line.ts";
import { replaceFile, temporaryFolder, writeFiles } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

import type { PreviewState } from "../../src/preview/state.ts";

type State = PreviewState;
const filesOf = (state: State) => state.publications.flatMap(({ files }) => files);

async function preview(folder: string, sources: readonly string[], editions: readonly EditionName[] = ["web"]) {
  const { terminal } = recordedTerminal();
  const here = worldIn(folder, { terminal });
  const world = { ...here, host: { ...here.host, cacheFolder: await temporaryFolder({}) } };
  const cache = openBuildCache(world, {});
  const started = await startPreview(world, { sources, editions, config: {}, toolVersion: "0", cache }, 0);
  if (!started.ok) throw new Error(JSON.stringify(started.diagnostics));
  onTestFinished(() => started.value.close());
  return started.value;
}

/** The states that the server sends, until one is as wanted. */
async function* statesOf(url: string): AsyncGenerator<State> {
  const { body } = await fetch(`${url}events`);
  let rest = "";
  for await (const piece of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    const events = (rest + piece).split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) yield JSON.parse(event.replace("data: ", "")) as State;
  }
}

async function until(states: AsyncGenerator<State>, wanted: (state: State) => boolean): Promise<State> {
  for (;;) {
    const next = await states.next();
    if (next.done) throw new Error("The stream ended.");
    if (wanted(next.value) && !next.value.building) return next.value;
  }
}

test("a change of the text is built and announced; a mistake leaves the last good page and is explained", async () => {
  const folder = await temporaryFolder({ "text/article.md": "# One\n\nFirst.\n" });
  const { url } = await preview(folder, ["text"]);
  expect(url).toMatch(/^http:\/\/(127\.0\.0\.1|localhost):\d+\/$/);
  const states = statesOf(url);
  const first = await until(states, (state) => filesOf(state).length > 0);
  expect(filesOf(first).map(({ path }) => path)).toEqual(["text/text.html"]);
  expect(await (await fetch(`${url}text/text.html`)).text()).toContain("First.");

  await writeFiles(folder, { "text/article.md": "# One\n\nSecond.\n" });
  const second = await until(states, (state) => filesOf(state)[0]?.sha256 !== filesOf(first)[0]?.sha256);
  expect(second.findings).toEqual([]);
  expect(await (await fetch(`${url}text/text.html`)).text()).toContain("Second.");

  await writeFiles(folder, { "text/article.md": "---\nkeywords: &a [*a]\n---\n\nThird.\n" });
  const third = await until(states, ({ findings }) => findings.length > 0);
  expect(third.findings).toMatchObject([{ rule: "yamlParses", severity: "error", file: "text/article.md" }]);
  expect(third.publications).toMatchObject([{ slug: "text", errors: 1 }]);
  expect(filesOf(third)).toEqual(filesOf(second));
  expect(await (await fetch(`${url}text/text.html`)).text()).toContain("Second.");

  await writeFiles(folder, { "text/article.md": "# One\n\n::include{file=gone.md}\n\nFourth.\n" });
  const fourth = await until(states, (state) => filesOf(state)[0]?.sha256 !== filesOf(second)[0]?.sha256);
  expect(fourth.findings).toMatchObject([{ severity: "warning", file: "text/article.md", line: 3, column: 1 }]);
  expect(await (await fetch(`${url}text/text.html`)).text()).toContain("Fourth.");
  await states.return(undefined);
});

test("an edit loads the page once: it offers the files of the last build until there are others", async () => {
  const folder = await temporaryFolder({ "text/article.md": "# One\n\nFirst.\n" });
  const { url } = await preview(folder, ["text"], ["web", "text"]);
  const states = statesOf(url);
  const pageOf = (state: State) => filesOf(state).find(({ edition }) => edition === "web")?.sha256;
  const first = pageOf(await until(states, (state) => filesOf(state).length === 2));
  await replaceFile(folder, "text/article.md", "# One\n\nSecond.\n");
  const pages = new Set<string | undefined>();
  await until(states, (state) => {
    pages.add(pageOf(state));
    return pageOf(state) !== first;
  });
  pages.delete(first);
  expect(pages.size).toBe(1);
  expect(await (await fetch(`${url}text/text.html`)).text()).toContain('href="text.txt"');
});

test("a picture outside of the text's folder is followed too", async () => {
  const drawing = (colour: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="${colour}"/></svg>`;
  const folder = await temporaryFolder({
    "package.json": "{}",
    "text/article.md": "# One\n\n![A square](../pictures/square.svg)\n",
    "pictures/square.svg": drawing("red"),
  });
  const here = worldIn(folder, { terminal: recordedTerminal().terminal });
  const watched = new Map<string, Promise<unknown>>();
  const watch: typeof here.watcher.watch = (folders, onChange) => {
    const watching = here.watcher.watch(folders, onChange);
    for (const each of folders) watched.set(each, watching);
    return watching;
  };
  const request = { sources: ["text"], editions: ["web"] as const, config: {}, toolVersion: "0", root: "." };
  const started = await startPreview({ ...here, watcher: { watch } }, request, 0);
  if (!started.ok) throw new Error(JSON.stringify(started.diagnostics));
  onTestFinished(() => started.value.close());
  const states = statesOf(started.value.url);
  const first = await until(states, (state) => filesOf(state).length > 0);
  expect(first.findings).toEqual([]);
  // Since the picture was read, or else a change during the build would be missed.
  expect([...watched.keys()]).toContain(join(folder, "pictures"));
  await watched.get(join(folder, "pictures"));
  await writeFiles(folder, { "pictures/square.svg": drawing("blue") });
  const second = await until(states, (state) => filesOf(state)[0]?.sha256 !== filesOf(first)[0]?.sha256);
  expect(second.findings).toEqual([]);
  await states.return(undefined);
});

test("its window runs its own script only, and nothing outside is served", async () => {
  const folder = await temporaryFolder({ "one.md": "# One\n\nText.\n", "secret.txt": "secret" });
  const { url } = await preview(folder, ["one.md"]);
  const shell = await fetch(url);
  expect(shell.headers.get("content-security-policy")).toMatch(
    /default-src 'none'; script-src 'self'; .*frame-ancestors 'none'/,
  );
  expect(shell.headers.get("cache-control")).toBe("no-store");
  for (const path of [
    "lib/pdfjs-dist/../../package.json",
    "lib/vitest/package.json",
    "desk/../preview.ts",
    "secret.txt",
    "one.md",
    "../secret.txt",
    "%2e%2e/secret.txt",
    "%zz",
  ]) {
    expect((await fetch(url + path)).status).toBe(404);
  }
  expect((await fetch(url, { method: "POST" })).status).toBe(405);
  expect((await fetch(url, { headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
});

test("the places of words follow an edit, and one that is taken back with the file's time", async () => {
  const folder = await temporaryFolder({ "text/article.md": "# One\n\nFirst.\n" });
  const path = join(folder, "text/article.md");
  const { mtime } = await stat(path);
  const { url } = await preview(folder, ["text"]);
  const states = statesOf(url);
  const placesOf = async (): Promise<string[]> => {
    const answer = (await (await fetch(`${url}places/text`)).json()) as { blocks: { key: string; line: number }[] };
    return answer.blocks.map(({ key, line }) => `${key} ${line}`);
  };
  const pageAfter = async (last?: string): Promise<string | undefined> => {
    const pageOf = (state: State) => filesOf(state)[0]?.sha256;
    return pageOf(await until(states, (state) => ![undefined, last].includes(pageOf(state))));
  };
  const first = await pageAfter();
  expect(await placesOf()).toEqual(["First. 3"]);
  await replaceFile(folder, "text/article.md", "# One\n\nNew.\n\nSecond.\n");
  const second = await pageAfter(first);
  expect(await placesOf()).toEqual(["New. 3", "Second. 5"]);
  await writeFile(join(folder, "first.md"), "# One\n\nFirst.\n");
  await utimes(join(folder, "first.md"), mtime, mtime);
  await rename(join(folder, "first.md"), path);
  expect(await pageAfter(second)).toBe(first);
  expect(await placesOf()).toEqual(["First. 3"]);
  await states.return(undefined);
});

test("a missing source is an error", async () => {
  const folder = await temporaryFolder({});
  const request = { sources: [join(folder, "gone.md")], config: {}, toolVersion: "0" };
  const started = await startPreview(worldIn(folder), request, 0);
  expect(started).toMatchObject({ ok: false, diagnostics: [{ rule: "sourceExists" }] });
});
