import { PDFArray, PDFDict, PDFNumber, type PDFDocument, PDFRawStream, decodePDFRawStream } from "@cantoo/pdf-lib";
import { first, type Mutation, mutations, name } from "./mutation.ts";

/** The first font that the first page names, and that it shows text in. */
const font = (document: PDFDocument): PDFDict => first(document, "Subtype", "Type0");

const descendant = (document: PDFDocument): PDFDict =>
  font(document).lookup(name("DescendantFonts"), PDFArray).lookup(0, PDFDict);

/** Change what the signs of a font mean. */
function setMeanings(document: PDFDocument, change: (cmap: string) => string): void {
  const stream = font(document).lookup(name("ToUnicode"));
  if (!(stream instanceof PDFRawStream)) throw new Error("There is no CMap.");
  const cmap = Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
  const changed = change(cmap);
  if (changed === cmap) throw new Error("The CMap is as it was.");
  font(document).set(name("ToUnicode"), document.context.register(document.context.stream(changed)));
}

/** Make a simple font of a composite one. */
function simple(document: PDFDocument, entries: Record<string, string>): PDFDict {
  const dict = font(document);
  const descriptor = descendant(document).get(name("FontDescriptor"));
  dict.delete(name("DescendantFonts"));
  dict.delete(name("Encoding"));
  for (const [key, value] of Object.entries(entries)) dict.set(name(key), name(value));
  if (descriptor) dict.set(name("FontDescriptor"), descriptor);
  dict.set(name("FirstChar"), PDFNumber.of(0));
  dict.set(name("LastChar"), PDFNumber.of(255));
  dict.set(name("Widths"), document.context.obj(Array.from({ length: 256 }, () => 500)));
  const codes = Array.from({ length: 256 }, (_, code) => `<${code.toString(16).padStart(2, "0")}> <0041>`);
  dict.set(
    name("ToUnicode"),
    document.context.register(document.context.stream(`256 beginbfchar\n${codes.join("\n")}\nendbfchar`)),
  );
  return dict;
}

/** The fonts that text is shown in. */
export const fontMutations: readonly Mutation[] = mutations([
  ["6.2.11.2-1", "a font of no kind", (document) => void font(document).delete(name("Type"))],
  ["6.2.11.2-3", "a font without a name", (document) => void font(document).delete(name("BaseFont"))],
  [
    "6.2.11.2-6",
    "a font that does not say how wide it is",
    (document) => void simple(document, { Subtype: "Type3" }).delete(name("Widths")),
  ],
  ["31-004", "a font without a map to its glyphs", (document) => void descendant(document).delete(name("CIDToGIDMap"))],
  ["31-006", "a font with a table of its own", (document) => font(document).set(name("Encoding"), name("Own-H"))],
  [
    "31-009",
    "a font that is not in the file",
    (document) => void descendant(document).lookup(name("FontDescriptor"), PDFDict).delete(name("FontFile2")),
  ],
  [
    "31-011",
    "a glyph that the font lacks",
    (document) => {
      const map = Buffer.alloc(65_536 * 2, 0xff);
      descendant(document).set(name("CIDToGIDMap"), document.context.register(document.context.flateStream(map)));
    },
  ],
  [
    "31-014",
    "a list of glyphs",
    (document) =>
      descendant(document)
        .lookup(name("FontDescriptor"), PDFDict)
        .set(name("CIDSet"), document.context.register(document.context.stream("x"))),
  ],
  [
    "31-016",
    "glyphs of other widths",
    (document) => {
      descendant(document).delete(name("W"));
      descendant(document).set(name("DW"), PDFNumber.of(123));
    },
  ],
  [
    "31-024",
    "a TrueType font with two readings",
    (document) => void simple(document, { Subtype: "TrueType", Encoding: "WinAnsiEncoding" }),
  ],
  ["31-027", "a font whose signs mean nothing", (document) => void font(document).delete(name("ToUnicode"))],
  [
    "10-001",
    "a sign that means nothing",
    (document) => setMeanings(document, (cmap) => cmap.replace(/(beginbfchar\n)<[\dA-F]+> <[\dA-F]+>/, "$1")),
  ],
  [
    "31-028",
    "a sign that means U+0000",
    (document) => setMeanings(document, (cmap) => cmap.replace(/(beginbfchar\n<[\dA-F]+>) <[\dA-F]+>/, "$1 <0000>")),
  ],
  [
    "31-028",
    "signs that mean U+FEFF and what follows",
    (document) => setMeanings(document, (cmap) => cmap.replace(/^(<[\dA-F]+> <[\dA-F]+>) <[\dA-F]+>$/m, "$1 <FEFF>")),
  ],
  [
    "31-030",
    "missing glyphs",
    (document) => {
      const map = Buffer.alloc(65_536 * 2);
      descendant(document).set(name("CIDToGIDMap"), document.context.register(document.context.flateStream(map)));
      descendant(document)
        .lookup(name("FontDescriptor"), PDFDict)
        .set(name("FontFile2"), document.context.register(document.context.stream("x")));
    },
  ],
]);
