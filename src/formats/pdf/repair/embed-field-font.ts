import type { PDFContext, PDFRef } from "@cantoo/pdf-lib";
import { type FieldFont, fieldCharacters } from "../../../model/form-field.ts";

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
      ToUnicode: context.register(context.flateStream(characterMap(font))),
    }),
  );
}

/** The most entries per block of a CMap (Adobe Technical Note #5014). */
const longestBlock = 100;

/** Returns the ToUnicode CMap (ISO 32000-1, 9.10.3) for the font's characters. */
function characterMap({ widths }: FieldFont): string {
  const lines = fieldCharacters.flatMap((character, code) =>
    character !== undefined && widths.has(character)
      ? [`<${hex(code, 2)}> <${hex(character.codePointAt(0) ?? 0, 4)}>`]
      : [],
  );
  const blocks: string[] = [];
  for (let start = 0; start < lines.length; start += longestBlock) {
    const block = lines.slice(start, start + longestBlock);
    blocks.push(`${block.length} beginbfchar`, ...block, "endbfchar");
  }
  return [
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    "<00> <FF>",
    "endcodespacerange",
    ...blocks,
    "endcmap",
    "CMapName currentdict /CMap defineresource pop",
    "end",
    "end",
  ].join("\n");
}

function hex(number: number, digits: number): string {
  return number.toString(16).toUpperCase().padStart(digits, "0");
}
