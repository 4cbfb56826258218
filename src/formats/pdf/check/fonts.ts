import { PDFRawStream } from "@cantoo/pdf-lib";
import { type Check, type Finding, unless } from "./check.ts";
import type { PdfFile } from "./open-file.ts";
import type { Font } from "../read/font.ts";
import { get, has, items, nameOf, numberOf } from "../read/objects.ts";

/** Checks for the fonts of shown text. */
export const fontChecks: readonly Check[] = [
  {
    checkpoint: "6.2.11.2-1",
    clause: { "ua-1": "ISO 19005-2, 6.2.11.2", "ua-2": "ISO 19005-4, 6.2.10.2" },
    what: "A font has no known type.",
    find: (file) => fontsThat(file, ({ dict, subtype }) => nameOf(dict, "Type") !== "Font" || !kinds.has(subtype)),
  },
  {
    checkpoint: "6.2.11.2-3",
    clause: { "ua-1": "ISO 19005-2, 6.2.11.2", "ua-2": "ISO 19005-4, 6.2.10.2" },
    what: "A font has no name.",
    find: (file) => fontsThat(file, ({ dict, subtype }) => subtype !== "Type3" && !nameOf(dict, "BaseFont")),
  },
  {
    checkpoint: "6.2.11.2-6",
    clause: { "ua-1": "ISO 19005-2, 6.2.11.2", "ua-2": "ISO 19005-4, 6.2.10.2" },
    what: "A font does not give the widths of its glyphs.",
    find: (file) => fontsThat(file, ({ dict, descendant }) => !descendant && !hasWidths(dict)),
  },
  {
    checkpoint: "31-004",
    clause: { "ua-1": "ISO 14289-1, 7.21.3.2", "ua-2": "ISO 14289-2, 8.4.5.3.2" },
    what: "A font has no map from character codes to glyphs.",
    find: (file) =>
      fontsThat(file, ({ descendant }) => nameOf(descendant, "Subtype") === "CIDFontType2" && !hasMap(descendant)),
  },
  {
    checkpoint: "31-006",
    clause: { "ua-1": "ISO 14289-1, 7.21.3.3", "ua-2": "ISO 14289-2, 8.4.5.4" },
    what: "A font uses a CMap that is not embedded.",
    find: (file) => fontsThat(file, ({ dict, descendant }) => Boolean(descendant) && !hasEncoding(dict)),
  },
  {
    checkpoint: "31-009",
    clause: { "ua-1": "ISO 14289-1, 7.21.4.1", "ua-2": "ISO 14289-2, 8.4.5.5.1" },
    what: "A font is not embedded.",
    find: (file) => fontsThat(file, ({ isEmbedded, subtype }) => !isEmbedded && subtype !== "Type3"),
  },
  {
    checkpoint: "31-011",
    clause: { "ua-1": "ISO 14289-1, 7.21.4.1", "ua-2": "ISO 14289-2, 8.4.5.5.1" },
    what: "An embedded font lacks a glyph that is shown.",
    find: (file) =>
      glyphsThat(file, ({ program, glyphOf }, code) => (glyphOf(code) ?? 0) >= (program?.glyphCount ?? Infinity)),
  },
  {
    checkpoint: "31-014",
    clause: { "ua-1": "ISO 14289-1, 7.21.4.2", "ua-2": "ISO 19005-4, 6.2.10.4.2" },
    what: "A font lists its glyphs, and Offprint cannot check that the list is complete.",
    find: (file) =>
      fontsThat(file, ({ dict, descendant }) => hasList(dict) || (descendant ? hasList(descendant) : false)),
  },
  {
    checkpoint: "31-016",
    clause: { "ua-1": "ISO 14289-1, 7.21.5", "ua-2": "ISO 14289-2, 8.4.5.6" },
    what: "A glyph's width in the file differs from that in its font.",
    find: (file) => glyphsThat(file, hasOtherWidth),
  },
  {
    checkpoint: "31-024",
    clause: { "ua-1": "ISO 14289-1, 7.21.6", "ua-2": "ISO 14289-2, 8.4.5.7" },
    what: "The encoding of a TrueType font is ambiguous.",
    find: (file) => fontsThat(file, ({ dict, subtype }) => subtype === "TrueType" && isAmbiguous(dict)),
  },
  {
    checkpoint: "31-027",
    clause: { "ua-1": "ISO 14289-1, 7.21.7", "ua-2": "ISO 14289-2, 8.4.5.8" },
    what: "Text cannot be copied or read aloud: its font has no ToUnicode map.",
    find: (file) =>
      fontsThat(file, ({ unicode, dict, descendant }) => !unicode && (Boolean(descendant) || !isLatin(dict))),
  },
  {
    checkpoint: "10-001",
    clause: { "ua-1": "ISO 14289-1, 7.2", "ua-2": "ISO 14289-2, 8.4.5.8" },
    what: "A glyph has no Unicode value.",
    // Missing glyphs have no meaning either, but are reported by another check.
    find: (file) =>
      glyphsThat(
        file,
        ({ unicode, glyphOf }, code) => unicode !== undefined && !unicode.get(code) && glyphOf(code) !== 0,
      ),
  },
  {
    checkpoint: "31-028",
    clause: { "ua-1": "ISO 14289-1, 7.21.7", "ua-2": "ISO 14289-2, 8.4.5.8" },
    what: "A glyph maps to U+0000, U+FEFF or U+FFFE.",
    find: (file) => glyphsThat(file, ({ unicode }, code) => /[\0\uFEFF\uFFFE]/.test(unicode?.get(code) ?? "")),
  },
  {
    checkpoint: "31-030",
    clause: { "ua-1": "ISO 14289-1, 7.21.8", "ua-2": "ISO 14289-2, 8.4.5.9" },
    what: "A character is shown as the box for a missing glyph.",
    hint: "No font on this machine has it: install the one that `glyphAvailable` names, or replace the character.",
    find: (file) => glyphsThat(file, ({ glyphOf }, code) => glyphOf(code) === 0),
  },
];

const kinds = new Set(["Type0", "Type1", "MMType1", "TrueType", "Type3", "CIDFontType0", "CIDFontType2"]);

function fontsThat({ fonts }: PdfFile, isWrong: (font: Font) => boolean): Finding[] {
  return fonts.filter(({ font }) => isWrong(font)).map(({ font }) => ({ where: `the font ${font.name}` }));
}

/** Returns one finding per font, with the character codes in question. */
function glyphsThat({ fonts }: PdfFile, isWrong: (font: Font, code: number) => boolean): Finding[] {
  return fonts.flatMap(({ font, codes }) => {
    const wrong = [...codes].filter((code) => isWrong(font, code));
    const signs = wrong.slice(0, 5).map((code) => `${font.unicode?.get(code) ?? ""} (code ${code})`);
    return unless(wrong.length === 0, { where: `the font ${font.name}`, detail: `They are ${signs.join(", ")}.` });
  });
}

/** Reports whether the widths differ by more than one unit, as veraPDF does. */
function hasOtherWidth({ program, glyphOf, widthOf }: Font, code: number): boolean {
  const glyph = glyphOf(code);
  const width = widthOf(code);
  if (!program || glyph === undefined || width === undefined || glyph >= program.glyphCount) return false;
  return Math.abs(program.widthOf(glyph) - width) > 1;
}

function hasWidths(font: Font["dict"]): boolean {
  const count = (numberOf(font, "LastChar") ?? -1) - (numberOf(font, "FirstChar") ?? Number.NaN) + 1;
  return items(font, "Widths").length === count;
}

function hasMap(font: Font["descendant"]): boolean {
  return nameOf(font, "CIDToGIDMap") === "Identity" || get(font, "CIDToGIDMap") instanceof PDFRawStream;
}

/** Accepts only the predefined encodings. Chromium never embeds CMaps; they are not parsed here and thus rejected. */
function hasEncoding(font: Font["dict"]): boolean {
  return ["Identity-H", "Identity-V"].includes(nameOf(font, "Encoding") ?? "");
}

/** An absent list is correct (ISO 19005-2, 6.2.11.4.2). */
function hasList(font: Font["dict"]): boolean {
  const descriptor = get(font, "FontDescriptor");
  return ["CIDSet", "CharSet"].some((key) =>
    has(descriptor instanceof Object ? (descriptor as Font["dict"]) : undefined, key),
  );
}

/** ISO 32000-1, table 123: bit 3 marks a font as symbolic. */
function isAmbiguous(font: Font["dict"]): boolean {
  const descriptor = get(font, "FontDescriptor") as Font["dict"] | undefined;
  const isSymbolic = ((numberOf(descriptor, "Flags") ?? 0) & 4) === 4;
  return isSymbolic ? has(font, "Encoding") : !isLatin(font);
}

function isLatin(font: Font["dict"]): boolean {
  return ["MacRomanEncoding", "WinAnsiEncoding"].includes(nameOf(font, "Encoding") ?? "");
}
