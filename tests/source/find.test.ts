import { chmod, mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Outcome } from "../../src/model/outcome.ts";
import type { World } from "../../src/model/world.ts";
import { findPublications, toSlug } from "../../src/source/find.ts";
import type { SourcePublication } from "../../src/source/source-publication.ts";
import { printDiagnostics } from "../support/prepare.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const text = "# Title\n\nText.\n";

/** `slug: file, file` for each publication found. */
function sketch(found: Outcome<SourcePublication[]>): string[] {
  if (!found.ok) throw new Error(printDiagnostics(found.diagnostics));
  return found.value.map(({ slug, chapters }) => `${slug}: ${chapters.map(({ file }) => file.shown).join(", ")}`);
}

async function complaints(folder: string, ...names: string[]): Promise<string> {
  const found = await findPublications(worldIn(folder), names);
  expect(found.ok).toBe(false);
  return printDiagnostics(found.diagnostics);
}

async function complaintsOfStat(stat: World["disk"]["stat"]): Promise<string> {
  const world = worldIn("/");
  const found = await findPublications({ ...world, disk: { ...world.disk, stat } }, ["a.md"]);
  return printDiagnostics(found.diagnostics);
}

describe("what a name stands for", () => {
  test("a Markdown file, wherever it lies", async () => {
    const folder = await temporaryFolder({ "notes/My Text.MD": text, "b.markdown": text });
    const found = await findPublications(worldIn(folder), ["notes/My Text.MD", join(folder, "b.markdown")]);
    expect(sketch(found)).toEqual(["My-Text: notes/My Text.MD", "b: b.markdown"]);
  });

  test("article.md has the name of its folder", async () => {
    const folder = await temporaryFolder({ "guide/article.md": text });
    expect(sketch(await findPublications(worldIn(folder), ["guide/article.md"]))).toEqual(["guide: guide/article.md"]);
    expect(sketch(await findPublications(worldIn(join(folder, "guide")), ["."]))).toEqual(["guide: article.md"]);
  });

  test("publication.yaml stands for its folder", async () => {
    const folder = await temporaryFolder({ "guide/publication.yaml": "chapters: [a.md]\n", "guide/a.md": text });
    expect(sketch(await findPublications(worldIn(folder), ["guide/publication.yaml"]))).toEqual(["guide: guide/a.md"]);
  });

  test("a folder of publications is all of them, but not those in hidden folders or in node_modules", async () => {
    const folder = await temporaryFolder({
      "content/b/article.md": text,
      "content/a/article.md": text,
      "content/c/publication.yaml": "chapters: [one.md]\n",
      "content/c/one.md": text,
      "content/.hidden/article.md": text,
      "content/node_modules/article.md": text,
      "content/pictures/readme.txt": "",
      "content/README.md": text,
    });
    expect(sketch(await findPublications(worldIn(folder), ["content"]))).toEqual([
      "a: content/a/article.md",
      "b: content/b/article.md",
      "c: content/c/one.md",
    ]);
  });

  test("a link to a folder is that folder", async () => {
    const folder = await temporaryFolder({ "real/article.md": text });
    await symlink(join(folder, "real"), join(folder, "linked"));
    const found = await findPublications(worldIn(folder), ["linked/article.md"]);
    expect(sketch(found)).toEqual(["real: real/article.md"]);
  });
});

describe("sourceExists", () => {
  test("nothing there", async () => {
    const folder = await temporaryFolder();
    expect(await complaints(folder, "none.md")).toBe(
      '- error sourceExists "none.md" does not exist. (Name a Markdown file or a publication folder.)\n',
    );
  });

  test("a name that no file can have", async () => {
    const folder = await temporaryFolder();
    expect(await complaints(folder, "a\0b.md")).toBe(
      '- error sourceExists "a�b.md" cannot be read: no file can have this name.\n',
    );
  });

  test("neither Markdown nor a folder", async () => {
    const folder = await temporaryFolder({ "a.txt": text });
    expect(await complaints(folder, "a.txt")).toContain('"a.txt" is not a Markdown file.');
    const pipe = { kind: "other", size: 0, modified: new Date(0), executable: false } as const;
    expect(await complaintsOfStat(async () => pipe)).toContain('"a.md" is neither a file nor a folder.');
  });

  test.each([
    ["EACCES", "permission is denied"],
    ["ELOOP", "its symbolic links form a cycle"],
    ["ENAMETOOLONG", "the name is too long"],
    ["EIO", "the system said so"],
  ])("the disk says %s", async (code, reason) => {
    const refusal = Object.assign(new Error("the system said so"), { code });
    expect(await complaintsOfStat(() => Promise.reject(refusal))).toBe(
      `- error sourceExists "a.md" cannot be read: ${reason}.\n`,
    );
  });

  test("a folder without a publication", async () => {
    const folder = await temporaryFolder({ "pictures/a.txt": "" });
    expect(await complaints(folder, ".")).toContain('The folder "." contains no publication.');
  });

  test("a file that may not be read", async () => {
    const folder = await temporaryFolder({ "a.md": text });
    const world = worldIn(folder);
    const denied = Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" });
    const disk = { ...world.disk, read: () => Promise.reject(denied) };
    const found = await findPublications({ ...world, disk }, ["a.md"]);
    expect(printDiagnostics(found.diagnostics)).toBe(
      'a.md error sourceExists "a.md" cannot be read: permission is denied.\n',
    );
  });

  test("every name that is wrong is said", async () => {
    const folder = await temporaryFolder();
    expect(await complaints(folder, "a.md", "b.md")).toMatch(/"a\.md".*\n.*"b\.md"/);
  });
});

describe("slugFree", () => {
  test("two sources of one name", async () => {
    const folder = await temporaryFolder({ "a/article.md": text, "b/a.md": text });
    expect(await complaints(folder, "a", "b/a.md")).toBe(
      '- error slugFree Two sources would both be written as "a". (Rename one, or build them one after the other into different folders.)\n',
    );
  });

  test("names that differ in case only are one name on many disks", async () => {
    const folder = await temporaryFolder({ "x/Guide.md": text, "y/guide.md": text });
    expect(await complaints(folder, "x/Guide.md", "y/guide.md")).toContain("slugFree");
  });
});

test("chapters outside the folder are not taken in, whatever link leads there", async () => {
  const folder = await temporaryFolder({ "secret.md": text, "book/publication.yaml": "chapters: [linked.md]\n" });
  await symlink(join(folder, "secret.md"), join(folder, "book/linked.md"));
  expect(await complaints(folder, "book")).toContain('"linked.md" lies outside the publication\'s folder.');
});

test.each([
  ["article.md", {}],
  ["publication.yaml", {}],
  ["two.md", { "book/one.md": text }],
])("%s that is a link out of the folder is not read", async (name, others) => {
  const folder = await temporaryFolder({ "secret.txt": "Top secret", "book/notes.txt": "", ...others });
  await symlink(join(folder, "secret.txt"), join(folder, "book", name));
  const complaint = await complaints(folder, "book");
  expect(complaint).toContain(`"${name}" lies outside the publication's folder.`);
  expect(complaint).not.toContain("secret");
});

test("a folder that may not be listed is named", async () => {
  const folder = await temporaryFolder({ "content/a/article.md": text });
  await mkdir(join(folder, "content/closed"));
  await chmod(join(folder, "content/closed"), 0);
  const world = worldIn(folder);
  const found = await findPublications(world, ["content"]);
  // The superuser may list everything.
  if (world.host.isRoot) expect(found.ok).toBe(true);
  else expect(printDiagnostics(found.diagnostics)).toContain('"content" cannot be read: permission is denied.');
});

test.each([
  ["usmle-step-1", "usmle-step-1"],
  ["Größe & Maß!", "Größe-Maß"],
  ["  .hidden. ", "hidden"],
  ["a/../b", "a-..-b"],
  ["???", "article"],
  ["u\u0308ber", "über"],
  ["CON*|<>:", "CON-text"],
])("the slug of %j is %j", (name, slug) => {
  expect(toSlug(name)).toBe(slug);
});
