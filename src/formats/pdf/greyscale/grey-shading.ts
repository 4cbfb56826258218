import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
} from "@cantoo/pdf-lib";
import { greyOf, shares } from "./grey-of.ts";

const rgb = PDFName.of("DeviceRGB");

/**
 * Converts a gradient to greys. Its colours come from functions (ISO 32000-1, 8.7.4.5 and 7.10), which no other object
 * shares.
 */
export function greyShading(shading: PDFDict): void {
  if (shading.lookup(PDFName.of("ColorSpace")) !== rgb) return;
  shading.set(PDFName.of("ColorSpace"), PDFName.of("DeviceGray"));
  shading.delete(PDFName.of("Background"));
  const key = PDFName.of("Function");
  const value = shading.get(key);
  if (value) shading.set(key, greyFunction(shading.context, value));
}

function greyFunction(context: PDFContext, value: PDFObject): PDFObject {
  const found = context.lookup(value);
  if (found instanceof PDFRawStream) return context.register(greyProgram(found));
  if (!(found instanceof PDFDict)) return value;
  const changed = found.clone(context);
  for (const key of [PDFName.of("C0"), PDFName.of("C1")]) {
    const colour = changed.lookupMaybe(key, PDFArray)?.asArray() ?? [];
    const [red = 0, green = 0, blue = 0] = colour.map((object) =>
      object instanceof PDFNumber ? object.asNumber() : 0,
    );
    if (colour.length === 3) changed.set(key, context.obj([greyOf([red, green, blue])]));
  }
  const parts = changed.lookupMaybe(PDFName.of("Functions"), PDFArray)?.asArray();
  if (parts) {
    const grey = parts.map((part) => greyFunction(context, part));
    changed.set(PDFName.of("Functions"), context.obj(grey));
  }
  if (changed.has(PDFName.of("Range"))) changed.set(PDFName.of("Range"), context.obj([0, 1]));
  return context.register(changed);
}

/** Appends the luminance to a PostScript calculator that leaves three colour components on its stack (7.10.5). */
function greyProgram(program: PDFRawStream): PDFRawStream {
  const { context } = program.dict;
  const text = Buffer.from(decodePDFRawStream(program).decode()).toString("latin1");
  const [red, green, blue] = shares;
  const weighed = text.replace(/\}\s*$/, ` ${blue} mul exch ${green} mul add exch ${red} mul add }`);
  const dict = program.dict.clone(context);
  dict.set(PDFName.of("Range"), context.obj([0, 1]));
  const stream = context.flateStream(Buffer.from(weighed, "latin1"));
  for (const [key, value] of stream.dict.entries()) dict.set(key, value);
  return PDFRawStream.of(dict, stream.getContents());
}
