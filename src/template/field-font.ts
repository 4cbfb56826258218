import { join } from "node:path";
import * as harfbuzz from "harfbuzzjs";
import { type FieldFont, fieldCharacters } from "../model/form-field.ts";
import type { World } from "../model/world.ts";
import { openFace } from "./open-face.ts";
import { packageFolder } from "./subset-family.ts";
import type { Family } from "./family.ts";
import type { Template } from "./load.ts";
import { subsetFont } from "./subset-font.ts";

/**
 * Returns the font for form fields: that of the template's charts, its plainest, with all letters of Western Europe,
 * because the input is unknown. Returns `undefined` if its package has no such file.
 */
export async function fieldFont(world: World, { settings }: Template): Promise<FieldFont | undefined> {
  const family = settings.fonts.find((font) => font.family === settings.charts.family);
  const file = family && regularFile(family);
  if (!family || file === undefined) return undefined;
  const whole = await world.disk.read(file).catch(() => undefined);
  if (!whole) return undefined;
  const wanted = fieldCharacters.filter((character) => character !== undefined).join("");
  const program = await subsetFont(world, whole, wanted);
  const face = openFace({ bytes: program });
  return { name: family.family.replaceAll(" ", ""), program, ...measure(face) };
}

function regularFile({ files, package: name }: Family): string | undefined {
  if (files) return files["400"];
  const folder = packageFolder(name);
  return folder && join(folder, "files", `${name.replace("@fontsource/", "")}-latin-400-normal.woff2`);
}

function measure(face: harfbuzz.Face): Omit<FieldFont, "name" | "program"> {
  const { upem } = face;
  const inThousandths = (units: number): number => Math.round((units * 1000) / upem);
  const font = new harfbuzz.Font(face);
  // Copied, because it is a view of memory that moves when it grows.
  const widths = [...face.collectUnicodes()].map((code) => {
    const character = String.fromCodePoint(code);
    const buffer = new harfbuzz.Buffer();
    buffer.addText(character);
    buffer.guessSegmentProperties();
    harfbuzz.shape(font, buffer);
    const [glyph] = buffer.getGlyphInfosAndPositions();
    return [character, inThousandths(glyph?.xAdvance ?? 0)] as const;
  });
  // OpenType: xMin, yMin, xMax and yMax in `head`; sCapHeight in `OS/2` from version 2 on.
  const head = numbers(face, "head");
  const style = numbers(face, "OS/2");
  return {
    widths: new Map(widths),
    capHeight: inThousandths(style(88)),
    box: [36, 38, 40, 42].map((offset) => inThousandths(head(offset))),
  };
}

/** Returns a reader of 16-bit integers in a table. */
function numbers(face: harfbuzz.Face, name: string): (offset: number) => number {
  const bytes = Uint8Array.from(face.referenceTable(name) ?? []);
  const view = new DataView(bytes.buffer);
  return (offset) => (offset + 2 <= view.byteLength ? view.getInt16(offset) : 0);
}
