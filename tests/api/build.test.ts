import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { build as buildIn } from "../../src/api/build.ts";
import { build, check, defineConfig, type Progress } from "../../src/index.ts";
import { succeed } from "../../src/model/outcome.ts";
import type { World } from "../../src/model/world.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const article = "---\ntitle: A text\ndate: 2026-11-01\n---\n\nSome text.\n";

const web = { editions: ["web"], cache: false } as const;

test("returns artifacts as values, without writing or printing", async () => {
  const cwd = await temporaryFolder({ "text/article.md": article });
  const steps: Progress[] = [];
  const result = await build({ ...web, cwd, sources: "text", onProgress: (step) => steps.push(step) });
  expect(result).toMatchObject({ ok: true, diagnostics: [], publications: [{ slug: "text" }] });
  expect(result.written).toBe(false);
  const [page] = result.publications[0]?.artifacts ?? [];
  expect(page).toMatchObject({ path: "text/text.html", edition: "web", mediaType: "text/html" });
  expect(new TextDecoder().decode(page?.bytes)).toContain("Some text.");
  expect(steps.map(({ what }) => what)).toEqual(["text: reading", "text: web"]);
  expect(result.stages.map(({ stage }) => stage)).toContain("make web");
  expect(await readdir(cwd)).toEqual(["text"]);
});

test("writes only requested files", async () => {
  const cwd = await temporaryFolder({ "text/article.md": article });
  const result = await build({ ...web, cwd, sources: ["text"], out: "made" });
  expect(result).toMatchObject({ written: true, folder: join(cwd, "made") });
  expect(await readFile(join(cwd, "made/text/text.html"), "utf8")).toContain("Some text.");
});

test("a configuration is that of the folder, or is given", async () => {
  const text = article.replace("Some text.", "Some text.[link]()");
  const cwd = await temporaryFolder({
    "text/article.md": text,
    "offprint.config.js": 'export default { sources: ["text"], out: "elsewhere" };\n',
  });
  expect((await build({ ...web, cwd, out: true })).folder).toBe(join(cwd, "elsewhere"));
  const config = defineConfig({ sources: ["text"], out: "there" });
  expect((await build({ ...web, cwd, config, out: true })).folder).toBe(join(cwd, "there"));
  const wrong = await build({ ...web, cwd, config: { sorces: ["text"] } as object });
  expect(wrong).toMatchObject({ ok: false, publications: [], diagnostics: [{ rule: "configShape" }] });
});

test("a check treats warnings as errors by default", async () => {
  const cwd = await temporaryFolder({ "text/article.md": article.replace("title: A text\n", "") });
  const strict = await check({ ...web, cwd, sources: "text" });
  expect(strict).toMatchObject({ ok: false, diagnostics: [{ rule: "titleExists", severity: "error" }] });
  const mild = await check({ ...web, cwd, sources: "text", strict: false });
  expect(mild).toMatchObject({ ok: true, diagnostics: [{ rule: "titleExists", severity: "warning" }] });
});

test("a signal ends a build with its reason", async () => {
  const cwd = await temporaryFolder({ "text/article.md": article });
  const stop = new AbortController();
  const building = build({ ...web, cwd, sources: "text", signal: stop.signal, onProgress: () => stop.abort("Enough") });
  await expect(building).rejects.toBe("Enough");
  await expect(build({ ...web, cwd, sources: "text", signal: stop.signal })).rejects.toBe("Enough");
});

test("a failure caused by a signal is not a finding", async () => {
  const cwd = await temporaryFolder({ "text/article.md": article });
  const stop = new AbortController();
  const world = worldIn(cwd);
  const print = () => {
    stop.abort("Enough");
    return Promise.reject(new Error("It died."));
  };
  const open = async () => {
    const opened = await world.browsers.open({});
    return opened.ok ? succeed({ ...opened.value, print }) : opened;
  };
  const dying = { ...world, browsers: { ...world.browsers, open } };
  const request = { sources: "text", editions: ["handout"], cache: false, signal: stop.signal, out: true } as const;
  await expect(buildIn(dying, request)).rejects.toBe("Enough");
  expect(await readdir(cwd)).toEqual(["text"]);
});

describe("a build of several publications", () => {
  const names = ["one", "three", "two"];
  const texts = Object.fromEntries(names.map((name) => [`content/${name}/article.md`, article]));
  const options = { ...web, sources: "content", out: "dist", jobs: 1 } as const;

  test("writes each one before the next is made, and keeps no bytes if asked", async () => {
    const cwd = await temporaryFolder(texts);
    const events: string[] = [];
    const world = worldIn(cwd);
    const disk: World["disk"] = {
      ...world.disk,
      write: (path, bytes) => (events.push(`written: ${basename(path)}`), world.disk.write(path, bytes)),
      rename: (from, to) => (events.push(`moved: ${basename(to)}`), world.disk.rename(from, to)),
    };
    const onProgress = ({ what }: Progress) => void (what.endsWith("reading") && events.push(what));
    const result = await buildIn({ ...world, disk }, { ...options, artifacts: false, onProgress });
    expect(result).toMatchObject({ ok: true, written: true });
    expect(result.publications.map(({ slug, artifacts }) => [slug, artifacts])).toEqual(
      names.map((name) => [name, []]),
    );
    expect(result.publications.map(({ manifest }) => manifest.artifacts[0]?.path)).toEqual(
      names.map((name) => `${name}/${name}.html`),
    );
    const made = names.flatMap((name) => [`${name}: reading`, `written: ${name}.html`]);
    expect(events.filter((event) => !event.includes("manifest"))).toEqual([
      ...made,
      ...names.map((name) => `moved: ${name}.html`),
    ]);
    const kept = await buildIn(world, options);
    expect(kept.publications[0]?.artifacts[0]?.bytes).toEqual(
      new Uint8Array(await readFile(join(cwd, "dist/one/one.html"))),
    );
  });

  test("stops at the first that cannot be written, and leaves nothing", async () => {
    const cwd = await temporaryFolder(texts);
    const world = worldIn(cwd);
    const full = Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
    const write: World["disk"]["write"] = (path, bytes) =>
      path.endsWith("three.html") ? Promise.reject(full) : world.disk.write(path, bytes);
    const steps: string[] = [];
    const onProgress = ({ what }: Progress) => void steps.push(what);
    const result = await buildIn({ ...world, disk: { ...world.disk, write } }, { ...options, onProgress });
    expect(result).toMatchObject({ ok: false, written: false, diagnostics: [{ rule: "outputWritable" }] });
    expect(steps).not.toContain("two: reading");
    expect(await readdir(cwd)).toEqual(["content"]);
  });

  test("leaves the old files where the last one fails a strict build", async () => {
    const cwd = await temporaryFolder({ ...texts, "dist/one/one.html": "old" });
    await writeFiles(cwd, { "content/two/article.md": article.replace("title: A text\n", "") });
    const result = await build({ ...options, cwd, strict: true });
    expect(result).toMatchObject({ ok: false, written: false, diagnostics: [{ rule: "titleExists" }] });
    expect(await readdir(join(cwd, "dist"), { recursive: true })).toEqual(["one", "one/one.html"]);
    expect(await readFile(join(cwd, "dist/one/one.html"), "utf8")).toBe("old");
  });
});
