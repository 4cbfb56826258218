import { chmod, mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Outcome } from "../../src/model/outcome.ts";
import type { World } from "../../src/model/world.ts";
import { findPublications } from "../../src/source/find.ts";
import { toSlug } from "../../src/source/slugs.ts";
import { readBeside } from "../../src/source/read-beside.ts";
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

describe("the definition of a name", () => {
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

  test("publication.yaml represents its folder", async () => {
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
  test("a path without a file", async () => {
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
  ])("the disk reports %s", async (code, reason) => {
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

  test("reports every wrong name", async () => {
    const folder = await temporaryFolder();
    expect(await complaints(folder, "a.md", "b.md")).toMatch(/"a\.md".*\n.*"b\.md"/);
  });
});

describe("slugFree", () => {
  test.each([
    [{ "a/article.md": text, "b/a.md": text }, ["a", "b/a.md"], ["a", "a-2"]],
    // On many disks names that differ in case only are one name.
    [{ "x/Guide.md": text, "y/guide.md": text }, ["x/Guide.md", "y/guide.md"], ["Guide", "guide-2"]],
  ])("distinguishes two sources of one name: %j", async (files, names, slugs) => {
    const found = await findPublications(worldIn(await temporaryFolder(files)), names);
    expect(sketch(found).map((line) => line.split(":")[0])).toEqual(slugs);
    expect(printDiagnostics(found.diagnostics)).toMatch(/ warning slugFree Two sources would both be written as /);
  });
});

describe("a folder of Markdown", () => {
  test("is one publication: the index first, then in natural order, folders as parts", async () => {
    const folder = await temporaryFolder({
      "docs/10.md": text,
      "docs/9.md": text,
      "docs/README.md": text,
      "docs/more/b.md": text,
      "docs/more/_index.md": text,
      "docs/_part.md": text,
      "docs/.hidden/a.md": text,
      "docs/node_modules/a.md": text,
    });
    const found = await findPublications(worldIn(folder), ["docs"]);
    expect(sketch(found)).toEqual(["docs: docs/README.md, docs/9.md, docs/10.md, docs/more/_index.md, docs/more/b.md"]);
    expect(found.ok && found.value[0]?.chapters.map(({ part }) => part)).toEqual([
      undefined,
      undefined,
      undefined,
      "More",
      undefined,
    ]);
  });

  test.each(["mkdocs.yml", "."])("with a list of another tool may be named by it: %s", async (name) => {
    const folder = await temporaryFolder({
      "site/mkdocs.yml": "nav: [b.md, a.md]\n",
      "site/docs/a.md": text,
      "site/docs/b.md": text,
    });
    const found = await findPublications(worldIn(join(folder, "site")), [name]);
    expect(sketch(found)).toEqual(["site: docs/b.md, docs/a.md"]);
  });
});

describe("the project's root", () => {
  const files = { "repo/.git/HEAD": "", "repo/docs/guide/a.md": text, "repo/docs/guide/b/article.md": text };
  const rootOf = async (folder: string, name: string, root?: string) => {
    const found = await findPublications(worldIn(folder), [name], { root });
    return found.ok ? found.value[0]?.root.slice(folder.length) : printDiagnostics(found.diagnostics);
  };

  test("is the repository, the named root or the source folder", async () => {
    const folder = await temporaryFolder({ ...files, "alone/a.md": text, "many/x/article.md": text });
    expect(await rootOf(folder, "repo/docs/guide/a.md")).toBe("/repo");
    expect(await rootOf(folder, "repo/docs/guide/a.md", "repo/docs")).toBe("/repo/docs");
    expect(await rootOf(folder, "alone/a.md")).toBe("/alone");
    expect(await rootOf(folder, "many")).toBe("/many");
  });

  test("holds the source, and is there", async () => {
    const folder = await temporaryFolder(files);
    expect(await rootOf(folder, "repo/docs/guide/a.md", "gone")).toContain('There is no folder "gone".');
    expect(await rootOf(folder, "repo/docs/guide/a.md", "repo/docs/guide/b")).toContain("lies outside the root");
  });

  test("does not open files of a version control system, nor hidden files", async () => {
    const folder = await temporaryFolder({
      ...files,
      "repo/.git/config": "secret",
      "repo/.env": "secret",
      "repo/ok.md": "fine",
    });
    const confines = { folder: join(folder, "repo/docs"), root: join(folder, "repo") };
    const read = (address: string) =>
      readBeside(worldIn(folder), confines, { address, from: join(folder, "repo/docs/a.md"), file: "a.md" });
    for (const address of ["../.git/config", "/.git/config", "../.env", "../../../etc/hostname"]) {
      expect(printDiagnostics((await read(address)).diagnostics)).toContain("is not a file of the project");
    }
    expect(await read("/ok.md")).toMatchObject({ ok: true, value: { text: "fine" } });
    expect(await read("../OK.md")).toMatchObject({ ok: true, diagnostics: [{ rule: "fileNamedAsWritten" }] });
  });
});

test("chapters outside the folder are refused, through links too", async () => {
  const folder = await temporaryFolder({ "secret.md": text, "book/publication.yaml": "chapters: [linked.md]\n" });
  await symlink(join(folder, "secret.md"), join(folder, "book/linked.md"));
  expect(await complaints(folder, "book")).toContain('"linked.md" lies outside the publication\'s folder.');
});

test.each([
  ["article.md", {}],
  ["publication.yaml", {}],
])("%s that is a link out of the folder is not read", async (name, others) => {
  const folder = await temporaryFolder({ "secret.txt": "Top secret", "book/notes.txt": "", ...others });
  await symlink(join(folder, "secret.txt"), join(folder, "book", name));
  const complaint = await complaints(folder, "book");
  expect(complaint).toContain(`"${name}" lies outside the publication's folder.`);
  expect(complaint).not.toContain("secret");
});

test("a chapter that is a link out of the folder is left out", async () => {
  const folder = await temporaryFolder({ "secret.txt": "Top secret", "book/one.md": text });
  await symlink(join(folder, "secret.txt"), join(folder, "book/two.md"));
  const found = await findPublications(worldIn(folder), ["book"]);
  expect(sketch(found)).toEqual(["book: book/one.md"]);
  expect(printDiagnostics(found.diagnostics)).toContain('warning chapterExists "two.md" lies outside');
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
  ["index.html", "index-html"],
  ["v1.2", "v1.2"],
])("the slug of %j is %j", (name, slug) => {
  expect(toSlug(name)).toBe(slug);
});
