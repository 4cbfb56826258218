import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { longText } from "../../.github/scripts/bench/long-text.ts";
import { cutFaces } from "../../.github/scripts/cut-faces.ts";
import { editionNames } from "../../src/model/edition.ts";
import { build } from "../../src/pipeline/build.ts";
import { counterSigns } from "../../src/template/scripts.ts";
import { subsetFonts } from "../../src/template/fonts.ts";
import { loadTemplate } from "../../src/template/load.ts";
import { packWebFonts } from "../../src/template/web-fonts.ts";
import { worldIn, worldOf } from "../support/world.ts";

const folder = mkdtempSync(join(tmpdir(), "offprint-faces-"));
const read = (ending: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(folder, name), "base64"));

beforeAll(() => cutFaces(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the package has each face of a plain text with code, as it would be cut and packed, and no other", async () => {
  const world = worldIn("/");
  const template = await loadTemplate(world, [join(world.host.toolFolder, "templates")], "handout");
  if (!template.ok) throw new Error("no template");
  const text = `A text – “said” by 3 people.${counterSigns}`;
  const used = { text, code: "a", math: "", languages: ["en"] };
  const fonts = await subsetFonts(world, template.value, used, { wanted: editionNames });
  if (!fonts.ok) throw new Error("no fonts");
  const base64 = ({ bytes }: { readonly bytes: Uint8Array }): string => Buffer.from(bytes).toString("base64");
  expect(read(".ttf").toSorted()).toEqual(fonts.value.map(base64).toSorted());
  expect(read(".woff2").toSorted()).toEqual((await packWebFonts(fonts.value)).map(base64).toSorted());
});

test("an English article with notes, tables, lists, code and quotations shows no other faces", async () => {
  const world = worldOf({ "article.md": longText(2) });
  const made = await build(world, { sources: ["article.md"], editions: ["web"], config: {}, toolVersion: "0" });
  const [page] = made.ok ? (made.value[0]?.artifacts ?? []) : [];
  const shown = Array.from(new TextDecoder().decode(page?.bytes).matchAll(/font\/woff2;base64,([^")]+)/g));
  expect(shown.length).toBeGreaterThan(3);
  const ready = new Set(read(".woff2"));
  expect(shown.filter(([, face = ""]) => !ready.has(face))).toEqual([]);
});
