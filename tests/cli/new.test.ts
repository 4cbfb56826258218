import { join } from "node:path";
import { expect, test } from "vitest";
import { offprint, snapshot } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary.ts";

test("a new publication builds without a finding", async () => {
  const folder = await temporaryFolder({});
  const made = await offprint(folder, ["new", "my-first-text"]);
  expect(made).toMatchObject({ code: 0, err: "" });
  expect(made.out).toContain("content/my-first-text/article.md");
  const built = await offprint(folder, ["build", "--strict"]);
  expect(built.err).not.toMatch(/error|warning|info/);
  expect(built.code).toBe(0);
  expect(Object.keys(await snapshot(join(folder, "dist")))).toContain("my-first-text/my-first-text.pdf");
});

test("is placed where --in points", async () => {
  const folder = await temporaryFolder({});
  expect((await offprint(folder, ["new", "text", "--in", "texts/drafts"])).code).toBe(0);
  expect(Object.keys(await snapshot(folder))).toEqual(["texts/drafts/text/article.md"]);
});

test.each(["../away", "Über", "a b", "/etc/x", "."])("%j cannot be its name", async (slug) => {
  const folder = await temporaryFolder({});
  const ran = await offprint(folder, ["new", slug]);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain("cannot be the name");
  expect(await snapshot(folder)).toEqual({});
});

test("existing files are unchanged", async () => {
  const folder = await temporaryFolder({ "content/mine/article.md": "mine" });
  const ran = await offprint(folder, ["new", "mine"]);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain("already exists");
  expect(await snapshot(folder)).toEqual({ "content/mine/article.md": "mine" });
});

test("a folder outside the root is used as written, and one that cannot be created is an error", async () => {
  const outside = join(await temporaryFolder({}), "texts");
  const folder = await temporaryFolder({});
  expect((await offprint(folder, ["new", "text", "--in", outside])).code).toBe(0);
  expect(Object.keys(await snapshot(outside))).toEqual(["text/article.md"]);
  expect(await snapshot(folder)).toEqual({});
  const ran = await offprint(folder, ["new", "text", "--in", join(outside, "text", "article.md")]);
  expect(ran.code).not.toBe(0);
  expect(ran.err).toMatch(/The publication cannot be written: .*outputWritable/);
});
