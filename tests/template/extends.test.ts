import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { styleFor, loadTemplate } from "../../src/template/load.ts";
import { build } from "../../src/pipeline/build.ts";
import { printDiagnostics } from "../support/prepare.ts";
import { type Files, temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const { toolFolder } = worldIn("/").host;

async function load(name: string, files: Files) {
  const folder = await temporaryFolder(files);
  return loadTemplate(worldIn("/"), [folder, join(toolFolder, "templates")], name);
}

async function loaded(name: string, files: Files) {
  const outcome = await load(name, files);
  if (!outcome.ok) throw new Error(printDiagnostics(outcome.diagnostics));
  return outcome.value;
}

async function complaint(name: string, files: Files): Promise<string> {
  return printDiagnostics((await load(name, files)).diagnostics);
}

const rose = `extends: handout
colours:
  accent: ["#8a1f4b", "#f0a8c4"]
  ink: ["#201018", "#f4e4ea"]
typefaces:
  text:
    family: Atkinson Hyperlegible Next
    package: "@fontsource/atkinson-hyperlegible-next"
    faces: ["400", "400 italic", "700"]
`;

test("a template that changes only colours and faces is one file", async () => {
  const template = await loaded("rose", { "rose/template.yaml": rose });
  const { settings, files } = template;
  expect(settings.options.accent.default).toBe("#8a1f4b");
  expect(settings.charts.colours.ink).toEqual(["#201018", "#f4e4ea"]);
  expect(settings.typefaces.text).toBe("Atkinson Hyperlegible Next");
  expect(settings.fonts.map(({ family }) => family)).not.toContain("Source Serif 4");
  for (const edition of ["web", "handout", "ebook"] as const) {
    expect(styleFor(template, edition, [], "en")).not.toContain("Source Serif 4");
    expect(styleFor(template, edition, [], "en")).toContain('"Atkinson Hyperlegible Next"');
  }
  expect(styleFor(template, "web", [], "en")).toContain("--ink:light-dark(#201018,#f4e4ea)");
  expect(styleFor(template, "handout", [], "en").indexOf("--ink:#201018")).toBeGreaterThan(0);
  // Large print stays black.
  const large = styleFor(template, "large-print", [], "en");
  expect(large.lastIndexOf("--ink: #000000")).toBeGreaterThan(large.indexOf("--ink:#201018"));
  expect(files.has("web.liquid")).toBe(true);
});

test("a template may be one layout, one style sheet, or a parent's file under its name", async () => {
  const template = await loaded("mine", {
    "mine/template.yaml": "extends: middle\nscreen: { styles: [last.css] }\noptions: { faces: sans, columns: 2 }\n",
    "mine/last.css": "h2 { color: red }",
    "middle/template.yaml": "extends: handout\nstyles: [all.css]\nprint: { running-heads: my.liquid }\n",
    "middle/my.liquid": "{{ title }}",
    "middle/all.css": "h3 { color: green }",
    "middle/tokens.css": ":root { --ink: #111111 }",
  });
  const { settings } = template;
  expect(styleFor(template, "web", [], "en")).toMatch(/^:root \{ --ink: #111111 \}[^]*green[^]*red \}$/);
  expect(styleFor(template, "handout", [], "en")).toContain("green");
  expect(styleFor(template, "ebook", [], "en")).toContain("green");
  expect(styleFor(template, "ebook", [], "en")).not.toContain("red");
  expect(settings.print["running-heads"]).toBe("my.liquid");
  expect([settings.options.columns.default, settings.options["faces"]?.default]).toEqual(["2", "sans"]);
});

test("the running heads have their former name too", async () => {
  const { settings } = await loaded("mine", {
    "mine/template.yaml": "extends: handout\nprint: { heads: my.liquid }\n",
    "mine/my.liquid": "{{ title }}",
  });
  expect(settings.print).toMatchObject({ "running-heads": "my.liquid" });
  expect(settings.print).not.toHaveProperty("heads");
});

test("a template of one's own may have the name of the one that it extends", async () => {
  const template = await loaded("handout", {
    "handout/template.yaml": 'extends: handout\noptions: { accent: "#330000" }\n',
  });
  expect(template.settings.options.accent.default).toBe("#330000");
});

test("reports a fault where it is written", async () => {
  expect(await complaint("a", { "a/template.yaml": "extends: b\n", "b/template.yaml": "extends: a\n" })).toBe(
    'templates/b/template.yaml:1:1 error templateShape The template "a" extends itself. (Name another after "extends:".)\n',
  );
  expect(await complaint("a", { "a/template.yaml": "description: x\nextends: handuot\n" })).toBe(
    'templates/a/template.yaml:2:1 error templateExists There is no template "handuot". (Did you mean "handout"?)\n',
  );
  expect(await complaint("a", { "a/template.yaml": "extends: handout\noptions:\n  acent: red\n" })).toBe(
    'templates/a/template.yaml:3:3 error templateShape "options.acent" is not an option of the template that this one extends. (Did you mean "accent"?)\n',
  );
  expect(await complaint("a", { "a/template.yaml": "extends: handout\noptions:\n  sheets: 99\n" })).toMatch(
    /^templates\/a\/template\.yaml:3:3 error templateShape "options\.sheets" must be a number from 0 to 40\.\n$/,
  );
  expect(await complaint("a", { "a/template.yaml": "extends: handout\noptions:\n  paper: A3\n" })).toMatch(
    /^templates\/a\/template\.yaml:3:\d+ error templateShape "options\.paper\.default" must be one of: edition, letter, A4; it is "A3"\./,
  );
  expect(await complaint("a", { "a/template.yaml": "extends: handout\nstyles: [none.css]\n" })).toMatch(
    /The template names "none\.css", which it does not have\./,
  );
});

test("a broken template of the user's own is an error, not one of another tool", async () => {
  const folder = await temporaryFolder({
    "own/a/template.yaml": "extends: b\n",
    "a.md": "---\ntemplate: a\n---\n\n# A\n\nText.\n",
  });
  const request = { sources: ["a.md"], formats: ["html"], config: { templates: "own" }, toolVersion: "0.0.0" } as const;
  const outcome = await build(worldIn(folder), request);
  expect(printDiagnostics(outcome.diagnostics)).toMatch(/^templates\/a\/template\.yaml:1:1 error templateExists /m);
});

test("families may come from font files beside the template", async () => {
  const file =
    "node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-500-normal.woff2";
  const bytes = await readFile(join(toolFolder, file));
  const folder = await temporaryFolder({
    "own/a/template.yaml": `extends: handout
typefaces:
  text: { family: House, files: { "400": fonts/house.woff2 } }
`,
    "own/a/fonts/house.woff2": bytes,
    "a.md": "---\ntemplate: a\n---\n\n# A\n\nText.\n",
  });
  const request = { sources: ["a.md"], formats: ["html"], config: { templates: "own" }, toolVersion: "0.0.0" } as const;
  const outcome = await build(worldIn(folder), request);
  if (!outcome.ok) throw new Error(printDiagnostics(outcome.diagnostics));
  const [page] = outcome.value.flatMap(({ artifacts }) => artifacts);
  const html = new TextDecoder().decode(page?.bytes);
  expect(html).toContain('@font-face{font-family:"House";font-style:normal;font-weight:400;');
  expect(html).toContain('--face-text: "House",');
});
