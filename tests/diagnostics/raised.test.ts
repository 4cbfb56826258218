import { EpubCheck } from "@likecoin/epubcheck-ts";
import { readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { build } from "../../src/pipeline/build.ts";
import { loadConfig } from "../../src/api/load-config.ts";
import { loadTemplateContext } from "../../src/pipeline/template-context.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import { coverOf } from "../../src/template/cover/cover.ts";
import { loadTemplate } from "../../src/template/load.ts";
import { verifyEpub } from "../../src/formats/epub/check.ts";
import { findPublications } from "../../src/source/find.ts";
import { saveFiles } from "../../src/pipeline/save.ts";
import { offprint } from "../support/command-line.ts";
import { prepareWithTemplate, printDiagnostics } from "../support/prepare.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

// Rules that no article can break by itself; `rules.test.ts` counts on each being raised here.

const { toolFolder } = worldIn("/").host;

function printed({ diagnostics }: Pick<Outcome<unknown>, "diagnostics">): string {
  return printDiagnostics(diagnostics);
}

test("commandShape", async () => {
  const { code, err } = await offprint(await temporaryFolder(), ["new", "No Slug"]);
  expect(err).toMatch(/"No Slug" cannot be the name of a publication\. commandShape/);
  expect(code).toBe(2);
});

test("configShape", async () => {
  const folder = await temporaryFolder({ "offprint.config.ts": "" });
  const config = { otu: "dist", template: { name: "handout", option: {} }, rules: { htmlSupported: "loud" } };
  const modules = { load: async () => config };
  expect(printed(await loadConfig(worldIn(folder, { modules })))).toBe(
    'offprint.config.ts error configShape "template.option" is not a known key. (Did you mean "options"?)\n' +
      'offprint.config.ts error configShape "rules.htmlSupported" must be one of: off, info, warning, error; it is "loud".\n' +
      'offprint.config.ts error configShape "otu" is not a known key. (Did you mean "out"?)\n',
  );
});

test("templateExists", async () => {
  const folder = join(toolFolder, "templates");
  expect(printed(await loadTemplate(worldIn("/"), [folder], "handuot"))).toBe(
    '- error templateExists There is no template "handuot". (Did you mean "handout"?)\n',
  );
});

test("templateShape", async () => {
  const settings = await readFile(join(toolFolder, "templates/handout/template.yaml"), "utf8");
  const folder = await temporaryFolder({
    "bare/note.txt": "",
    "hollow/template.yaml": settings,
    "odd/template.yaml": `${settings}\nlayuot: a.liquid\n`,
    "lacking/template.yaml": settings.replace(/^ {2}paper:\n(?: {4}.*\n)+/m, ""),
    "other/template.yaml": settings.replace("hyphenate:\n    type: boolean", "hyphenate:\n    type: choice"),
    "worded/template.yaml": settings.replace("[edition, letter, A4]", "[edition, letter, A3]"),
  });
  const load = async (name: string) => printed(await loadTemplate(worldIn("/"), [folder], name));
  expect(await load("bare")).toMatch(/ error templateShape The template "bare" has no template\.yaml\./);
  expect(await load("hollow")).toMatch(
    / error templateShape The template names "web\.liquid", which it does not have\./,
  );
  expect(await load("odd")).toMatch(/ error templateShape "layuot" is not a known key\./);
  // The options that formats ask for are there, and of the type that they take.
  expect(await load("lacking")).toMatch(
    /^templates\/lacking\/template\.yaml:\d+:\d+ error templateShape "options\.paper" is missing; it must be a map of keys and values\.\n$/,
  );
  expect(await load("other")).toMatch(
    /^templates\/other\/template\.yaml:\d+:\d+ error templateShape "options\.hyphenate\.type" must be one of: boolean; it is "choice"\./,
  );
  expect(await load("worded")).toMatch(/ "options\.paper\.of\.2" must be one of: edition, letter, A4; it is "A3"\./);
});

test("outputWritable", async () => {
  const folder = await temporaryFolder({ dist: "a file where a folder should be" });
  const file = { path: "a/a.html", bytes: new Uint8Array() };
  expect(printed(await saveFiles(worldIn("/"), join(folder, "dist"), [file]))).toMatch(
    /^- error outputWritable The output cannot be written: /,
  );
});

test("coverGlyphs", async () => {
  const folder = await temporaryFolder({ "article.md": "# គណិត\n\nText.\n" });
  const world = worldIn(folder);
  const prepared = await prepareWithTemplate(world, "article.md");
  if (!prepared.ok) throw new Error(printed(prepared));
  const { publication, chosen } = prepared.value;
  const kit = await loadTemplateContext(world, publication, chosen);
  if (!kit.ok) throw new Error(printed(kit));
  const { template, options, fonts } = kit.value;
  expect(printed(await coverOf(template, publication, options, fonts))).toMatch(
    /^article\.md warning coverGlyphs .*"គណិត"/,
  );
});

test("glyphAvailable", async () => {
  const folder = await temporaryFolder({
    "article.md":
      "# Title\n\nThe sign \u{1F600}, a word \u0939\u093F, \u1782\u178E and \u{10330}.\n\n```\n\u{1F600} \u1782\n```\n",
  });
  const request = { sources: ["article.md"], formats: ["html"], config: {}, toolVersion: "0" } as const;
  const { diagnostics } = await build(worldIn(folder), request);
  expect(printed({ diagnostics })).toBe(
    'article.md:3:10 warning glyphAvailable No font of the template has "\u{1F600}" (U+1F600). (Run: npm install @fontsource/noto-emoji)\n' +
      'article.md:3:25 warning glyphAvailable No font of the template has "\u1782" (U+1782), nor 1 other. (Run: npm install @fontsource/noto-serif-khmer)\n' +
      'article.md:3:32 warning glyphAvailable No font of the template has "\u{10330}" (U+10330). (On paper it is an empty box, on a screen a sign of another font or a box: say it in words, show a picture, or add a font to the template.)\n',
  );
});

test("epubAdvice", async () => {
  const found = { id: "CSS-003", severity: "warning", message: "Something could be better." } as const;
  const validate = vi.spyOn(EpubCheck, "validate");
  validate.mockResolvedValue({ messages: [found] } as unknown as Awaited<ReturnType<typeof EpubCheck.validate>>);
  const diagnostics = await verifyEpub(new Uint8Array(), "a/a.epub");
  validate.mockRestore();
  expect(printed({ diagnostics })).toContain(
    "a/a.epub warning epubAdvice Something could be better. (EPUBCheck CSS-003)",
  );
});

test("a link out of its folder is followed, with a finding", async () => {
  const outside = await temporaryFolder({ "secret.md": "# A\n" });
  const folder = await temporaryFolder({ "b.md": "# B\n" });
  await symlink(join(outside, "secret.md"), join(folder, "a.md"));
  await symlink("b.md", join(folder, "c.md"));
  const found = await findPublications(worldIn(folder), ["a.md", "c.md"]);
  expect(found.ok && printDiagnostics(found.diagnostics)).toMatch(
    /^a\.md info sourceLinked This is a symbolic link to ".*secret\.md", outside its folder\. .*\n$/,
  );
});
