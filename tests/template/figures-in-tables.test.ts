import { join } from "node:path";
import * as harfbuzz from "harfbuzzjs";
import { beforeAll, expect, test } from "vitest";
import type { SubsetFont } from "../../src/model/page.ts";
import { openFace } from "../../src/template/open-face.ts";
import { fontsFor, subsetFonts } from "../../src/template/fonts.ts";
import { loadTemplate } from "../../src/template/load.ts";
import { valueOf } from "../support/print-pdf.ts";
import { worldIn } from "../support/world.ts";

// Columns of figures are read down: in tables each figure is as wide as the others, once the fonts are cut down too.

let fonts: readonly SubsetFont[] = [];

beforeAll(async () => {
  const world = worldIn("/");
  const template = valueOf(await loadTemplate(world, [join(world.host.toolFolder, "templates")], "handout"));
  const used = { text: "0123456789", code: "", math: "", languages: [] };
  fonts = valueOf(await subsetFonts(world, template, used, { wanted: ["handout", "large-print"] }));
});

async function widthsOf(font: SubsetFont): Promise<number[]> {
  const face = new harfbuzz.Font(openFace(font));
  return Array.from("0123456789", (figure) => {
    const buffer = new harfbuzz.Buffer();
    buffer.addText(figure);
    buffer.guessSegmentProperties();
    harfbuzz.shape(
      face,
      buffer,
      [harfbuzz.Feature.fromString("tnum")].filter((feature) => feature !== undefined),
    );
    return buffer.getGlyphInfosAndPositions()[0]?.xAdvance ?? 0;
  });
}

test.each(["Source Sans 3", "Atkinson Hyperlegible Next"])("of %s", async (family) => {
  const faces = fonts.filter((font) => font.family === family);
  expect(faces.length).toBeGreaterThan(1);
  for (const font of faces) {
    const widths = await widthsOf(font);
    // In units of a thousandth of the type size, to which the faces' own makers have rounded.
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1);
  }
});

test("the face for low vision is in its edition only", () => {
  const families = (edition: "handout" | "large-print") =>
    new Set(fontsFor(fonts, edition).map(({ family }) => family));
  expect(families("large-print").difference(families("handout"))).toEqual(new Set(["Atkinson Hyperlegible Next"]));
});
