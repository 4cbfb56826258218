import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";
import { run, runScript } from "./run-script.ts";

describe("the notes of a release", () => {
  const changelog = `# Changelog

## [Unreleased]

Not yet.

## [1.2.0] - 2026-11-24

### Added

- A thing, see [its page](https://example.org/).

## [1.1.0] - 2026-10-01

- Another.

## [1.0.0] - 2026-09-01

[1.2.0]: https://example.org/1.2.0
`;
  const notes = async (tag: string, version: string, text = changelog) =>
    runScript("release-notes.ts", [tag], {
      folder: await temporaryFolder({ "package.json": JSON.stringify({ version }), "CHANGELOG.md": text }),
    });

  test("are the changelog's section for the version", async () => {
    const expected = "### Added\n\n- A thing, see [its page](https://example.org/).\n";
    expect(await notes("v1.2.0", "1.2.0")).toEqual({ code: 0, out: expected, err: "" });
    expect(await notes("v1.1.0", "1.1.0")).toMatchObject({ code: 0, out: "- Another.\n" });
    expect(await notes("v1.2.0", "1.2.0", changelog.replaceAll("\n", "\r\n"))).toMatchObject({ code: 0 });
  });

  test.each([
    ["a tag that is not the version", "v1.1.0", "1.2.0", "The tag is v1.1.0, and package.json has version 1.2.0"],
    ["a tag without its v", "1.2.0", "1.2.0", "its tag is v1.2.0"],
    ["a version without a section", "v2.0.0", "2.0.0", 'no section "## [2.0.0]'],
    ["a version that is still called unreleased", "vUnreleased", "Unreleased", "no section"],
    ["a section without a word", "v1.0.0", "1.0.0", "is empty"],
  ])("are refused for %s", async (_, tag, version, message) => {
    const { code, out, err } = await notes(tag, version);
    expect([code, out, err]).toEqual([1, "", expect.stringContaining(message)]);
  });
});

describe("the files of a release", () => {
  const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

  /** An output folder as `offprint build` leaves it, with a file for each name. */
  async function built(publications: Readonly<Record<string, readonly string[]>>): Promise<string> {
    const files: Record<string, string> = { "dist/index.html": "library" };
    for (const [slug, names] of Object.entries(publications)) {
      const artifacts = names.map((name) => {
        const path = `${slug}/${name}`;
        files[`dist/${path}`] = `bytes of ${name}`;
        const [size, sha256] = [`bytes of ${name}`.length, digest(`bytes of ${name}`)];
        return { path, edition: "web", mediaType: "text/html", size, sha256, madeFrom: [] };
      });
      const tool = { name: "offprint", version: "1.0.0", node: "24" };
      const manifest = { slug, title: slug, language: "en", tool, browser: null, sources: [], artifacts };
      files[`dist/${slug}/manifest.json`] = JSON.stringify(manifest);
    }
    return temporaryFolder(files);
  }
  const collect = (folder: string) => runScript("collect-release.ts", ["dist", "release"], { folder });
  const refusal = async (folder: string): Promise<string> => {
    const { code, err } = await collect(folder);
    expect(code).toBe(1);
    expect(err).not.toContain("    at ");
    await expect(readdir(join(folder, "release"))).rejects.toMatchObject({ code: "ENOENT" });
    return err;
  };

  test("is every artifact and every manifest, with their sums", async () => {
    const folder = await built({ one: ["one.html", "one.pdf", "one.epub"], two: ["two.a4.pdf"] });
    const { code, out } = await collect(folder);
    expect([code, out]).toEqual([0, "6 files and SHA256SUMS are in release.\n"]);
    const files = [
      "SHA256SUMS",
      "one.epub",
      "one.html",
      "one.manifest.json",
      "one.pdf",
      "two.a4.pdf",
      "two.manifest.json",
    ];
    expect((await readdir(join(folder, "release"))).toSorted()).toEqual(files);
    const sums = await readFile(join(folder, "release", "SHA256SUMS"), "utf8");
    expect(sums.split("\n")).toHaveLength(7);
    expect(sums).toContain(`${digest("bytes of one.pdf")}  one.pdf\n`);
  });

  test("needs the other parts next to it when they are referenced", async () => {
    const folder = await built({ one: ["one.pdf"] });
    const withParts = () => runScript("collect-release.ts", ["dist", "release", "parts"], { folder });
    expect(await withParts()).toMatchObject({ code: 1, err: "There is nothing in parts.\n" });
    await writeFiles(folder, { "parts/sbom.cdx.json": "{}" });
    expect(await withParts()).toMatchObject({ code: 0 });
    expect(await readFile(join(folder, "release", "SHA256SUMS"), "utf8")).toContain(`${digest("{}")}  sbom.cdx.json\n`);
  });

  test.runIf(process.platform === "linux")(
    "has sums that the release's own check accepts, and notices a change",
    async () => {
      const folder = await built({ one: ["one.html", "one.pdf"] });
      await collect(folder);
      const check = () => run("sha256sum", ["--check", "--strict", "SHA256SUMS"], { folder: join(folder, "release") });
      expect(await check()).toMatchObject({ code: 0 });
      await writeFile(join(folder, "release", "one.pdf"), "something else");
      expect(await check()).toMatchObject({ code: 1 });
    },
  );

  test("is nothing where nothing was built", async () => {
    expect(await refusal(await temporaryFolder())).toContain("There is no publication in dist.");
    expect(await refusal(await temporaryFolder({ "dist/index.html": "" }))).toContain(
      "There is no publication in dist.",
    );
    expect(await refusal(await built({ one: [] }))).toContain("names no artifact");
  });

  test.each<[string, (dist: string) => Promise<void>, RegExp]>([
    [
      "has other bytes",
      (dist) => writeFile(join(dist, "one", "one.pdf"), "BYTES of one.pdf"),
      /is not the file that its/,
    ],
    [
      "has another size",
      (dist) => writeFile(join(dist, "one", "one.pdf"), "short"),
      /has 5 bytes, its manifest says 16/,
    ],
    ["is gone", (dist) => rm(join(dist, "one", "one.pdf")), /one\.pdf is missing/],
    ["is left over", (dist) => writeFile(join(dist, "one", "old.pdf"), ""), /old\.pdf is not in the manifest/],
    ["has no manifest", (dist) => rm(join(dist, "one", "manifest.json")), /manifest\.json is missing/],
    ["has a manifest that is none", (dist) => writeFile(join(dist, "one", "manifest.json"), "[]"), /is no manifest/],
    ["has a manifest that is no JSON", (dist) => writeFile(join(dist, "one", "manifest.json"), "{"), /is no manifest/],
  ])("is nothing where a file %s", async (_, spoil, message) => {
    const folder = await built({ one: ["one.html", "one.pdf"], two: ["two.pdf"] });
    await spoil(join(folder, "dist"));
    expect(await refusal(folder)).toMatch(message);
  });

  test("is nothing when a manifest points out of its folder or belongs to another", async () => {
    const folder = await built({ one: ["one.pdf"], two: ["../one/one.pdf"] });
    expect(await refusal(folder)).toContain("is not a file of two");
    const other = await built({ one: ["one.pdf"] });
    const manifest = join(other, "dist", "one", "manifest.json");
    await writeFile(manifest, (await readFile(manifest, "utf8")).replace('"slug":"one"', '"slug":"two"'));
    expect(await refusal(other)).toContain("is the manifest of two");
  });

  test("is nothing where two files would have one name, or a name would be changed", async () => {
    expect(await refusal(await built({ one: ["same.pdf"], two: ["same.pdf"] }))).toContain(
      "Two files would be called same.pdf",
    );
    expect(await refusal(await built({ one: ["a b.pdf"] }))).toContain("a b.pdf is no name for a release page");
  });

  test("does not mix with existing files", async () => {
    const folder = await built({ one: ["one.pdf"] });
    await collect(folder);
    const again = await collect(folder);
    expect([again.code, again.err]).toEqual([1, "release is not empty.\n"]);
  });
});
