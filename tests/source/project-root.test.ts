import { join } from "node:path";
import { expect, test } from "vitest";
import { locateFile } from "../../src/source/locate-file.ts";
import { findProjectRoot } from "../../src/source/project-root.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

test("the root is the repository, else the project of another tool, else the folder", async () => {
  const top = await temporaryFolder({
    "repository/.git": "gitdir: elsewhere",
    "repository/docs/mkdocs.yml": "",
    "repository/docs/deep/a.md": "",
    "copy/_quarto.yml": "",
    "copy/docs/a.md": "",
    "loose/docs/a.md": "",
  });
  const rootOf = (folder: string) => findProjectRoot(worldIn(top), join(top, folder));
  expect(await rootOf("repository/docs/deep")).toBe(join(top, "repository"));
  expect(await rootOf("copy/docs")).toBe(join(top, "copy"));
  expect(await rootOf("loose/docs")).toBe(join(top, "loose/docs"));
});

test.for([
  ".github/x",
  ".obsidian/app.json",
  "_config.yml",
  "_quarto.yml",
  "_quarto.yaml",
  "_bookdown.yml",
  "myst.yml",
  "mkdocs.yml",
  "mkdocs.yaml",
  "book.toml",
  "docusaurus.config.js",
  "docusaurus.config.ts",
  "hugo.toml",
])("a folder with %s is the root of a project", async (mark) => {
  const top = await temporaryFolder({ [`site/${mark}`]: "", "site/docs/deep/a.md": "" });
  expect(await findProjectRoot(worldIn(top), join(top, "site/docs/deep"))).toBe(join(top, "site"));
});

test("a name alone is searched for below the folder, then below the root of a vault", async () => {
  const top = await temporaryFolder({
    "vault/.obsidian/app.json": "",
    "vault/notes/a.md": "",
    "vault/notes/own/x.png": "x",
    "vault/attachments/x.png": "x",
    "vault/attachments/y.png": "y",
    "vault/attachments/twice.png": "1",
    "vault/more/twice.png": "2",
    "z.png": "z",
  });
  const root = join(top, "vault");
  const folder = join(root, "notes");
  const locate = (address: string) =>
    locateFile(worldIn(top), { folder, root }, { address, from: join(folder, "a.md") });
  expect(await locate("x.png")).toMatchObject({ kind: "found", differs: join("own", "x.png") });
  expect(await locate("y.png")).toMatchObject({ kind: "found", differs: join("..", "attachments", "y.png") });
  for (const address of ["twice.png", "z.png"]) expect(await locate(address)).toMatchObject({ kind: "absent" });
});

test("an address with a slash before it is looked for from the root, and nothing above the root is read", async () => {
  const top = await temporaryFolder({
    "site/docs/deep/a.md": "",
    "site/assets/x.png": "x",
    "site/static/images/y.png": "y",
    "site/source/z.png": "z",
    "secret.png": "s",
  });
  const root = join(top, "site");
  const locate = (address: string) =>
    locateFile(
      worldIn(top),
      { folder: join(root, "docs/deep"), root },
      { address, from: join(root, "docs/deep/a.md") },
    );
  for (const address of ["/assets/x.png", "../../assets/x.png", "/assets/x.png?raw=true", "/assets/x.png#icon"])
    expect(await locate(address)).toMatchObject({ kind: "found", path: join(root, "assets/x.png") });
  expect(await locate("/images/y.png")).toMatchObject({ kind: "found", path: join(root, "static/images/y.png") });
  expect(await locate("/z.png")).toMatchObject({ kind: "found", path: join(root, "source/z.png") });
  expect(await locate("../../../secret.png")).toMatchObject({ kind: "outside" });
  for (const address of ["/../secret.png", join(top, "secret.png")])
    expect(await locate(address)).toMatchObject({ kind: "absent" });
});
