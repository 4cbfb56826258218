import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { build as buildIn } from "../../src/api/build.ts";
import { build, check, defineConfig, type Progress } from "../../src/index.ts";
import { succeed } from "../../src/model/outcome.ts";
import { temporaryFolder } from "../support/temporary.ts";
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
