import type { PDFContext, PDFRef } from "@cantoo/pdf-lib";
import { type FieldFont, fieldCharacters } from "../../../model/form-field.ts";
import { writeUnicodeMap } from "../read/to-unicode.ts";

/** Lower codes have no character in the encoding. */
const firstCode = 32;

/**
 * Embeds a simple TrueType font with WinAnsiEncoding (ISO 32000-1, 9.6.3), which every form-filling program can write
 * with.
 */
export function embedFieldFont(context: PDFContext, font: FieldFont): PDFRef {
  // Six letters and a plus sign mark a subset font (9.6.4).
  const name = `FIELDS+${font.name}`;
  const widths = fieldCharacters.slice(firstCode).map((character) => font.widths.get(character ?? "") ?? 0);
  const { program, box, capHeight } = font;
  const shown = fieldCharacters.flatMap((character, code) =>
    character !== undefined && font.widths.has(character) ? [[code, character] as const] : [],
  );
  const descriptor = context.obj({
    Type: "FontDescriptor",
    FontName: name,
    // Latin letters only: "nonsymbolic" (table 123).
    Flags: 32,
    FontBBox: [...box],
    ItalicAngle: 0,
    // Ascent and descent together give a line spacing that matches the ruled lines.
    Ascent: 1000,
    Descent: -350,
    CapHeight: capHeight,
    // Typical of regular weight; it does not affect rendering.
    StemV: 80,
    FontFile2: context.register(context.flateStream(program, { Length1: program.length })),
  });
  return context.register(
    context.obj({
      Type: "Font",
      Subtype: "TrueType",
      BaseFont: name,
      FirstChar: firstCode,
      LastChar: 255,
      Widths: widths,
      Encoding: "WinAnsiEncoding",
      FontDescriptor: context.register(descriptor),
      ToUnicode: context.register(context.flateStream(writeUnicodeMap(new Map(shown), 1))),
    }),
  );
}
