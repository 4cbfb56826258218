import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cutFaces } from "../../.github/scripts/cut-faces.ts";
import { editionNames } from "../../src/model/edition.ts";
import { counterSigns } from "../../src/template/embed.ts";
import { subsetFonts } from "../../src/template/fonts.ts";
import { loadTemplate } from "../../src/template/load.ts";
import { packWebFonts } from "../../src/template/web-fonts.ts";
import { worldIn } from "../support/world.ts";

const folder = mkdtempSync(join(tmpdir(), "offprint-faces-"));
const read = (ending: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(folder, name), "base64"));

beforeAll(() => cutFaces(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the package has each face of a plain text, as it would be cut and packed, and no other", async () => {
  const world = worldIn("/");
  const template = await loadTemplate(world, [join(world.host.toolFolder, "templates")], "handout");
  if (!template.ok) throw new Error("no template");
  const text = `A text – “said” by 3 people.${counterSigns}`;
  const used = { text, code: "", math: "", languages: ["en"] };
  const fonts = await subsetFonts(world, template.value, used, { wanted: editionNames });
  if (!fonts.ok) throw new Error("no fonts");
  const base64 = ({ bytes }: { readonly bytes: Uint8Array }): string => Buffer.from(bytes).toString("base64");
  expect(read(".ttf").toSorted()).toEqual(fonts.value.map(base64).toSorted());
  expect(read(".woff2").toSorted()).toEqual((await packWebFonts(fonts.value)).map(base64).toSorted());
});
