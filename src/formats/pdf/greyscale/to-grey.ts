import { decodePDFRawStream, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRawStream } from "@cantoo/pdf-lib";
import { readContent, writeContent } from "../read/page-content.ts";
import { greyContent } from "./grey-content.ts";
import { greyImage } from "./grey-image.ts";
import { greyShading } from "./grey-shading.ts";

/** Converts a document to greyscale: the content of pages, forms, patterns and Type 3 glyphs, gradients, and images. */
export async function toGrey(document: PDFDocument): Promise<void> {
  const { context } = document;
  for (const page of document.getPages()) {
    writeContent(page, greyContent(readContent(page)));
    greyGroup(page.node);
  }
  const letters = new Set<PDFObject>();
  const objects = context.enumerateIndirectObjects();
  for (const [, object] of objects) {
    const drawn = object instanceof PDFDict ? object.lookup(PDFName.of("CharProcs")) : undefined;
    if (drawn instanceof PDFDict) for (const value of drawn.values()) letters.add(context.lookup(value) as PDFObject);
  }
  for (const [ref, object] of objects) {
    if (object instanceof PDFRawStream) {
      const isImage = object.dict.lookup(PDFName.of("Subtype")) === PDFName.of("Image");
      const paints = isDrawing(object) || letters.has(object);
      const changed = isImage ? await greyImage(object) : paints ? greyStream(object) : undefined;
      if (changed) context.assign(ref, changed);
      greyGroup(object.dict);
    }
    for (const dict of dictsIn(object)) if (dict.has(PDFName.of("ShadingType"))) greyShading(dict);
  }
}

/** Reports whether a stream is a form (ISO 32000-1, 8.10) or a tiling pattern (8.7.3). */
function isDrawing({ dict }: PDFRawStream): boolean {
  return dict.lookup(PDFName.of("Subtype")) === PDFName.of("Form") || dict.has(PDFName.of("PaintType"));
}

function greyStream(stream: PDFRawStream): PDFRawStream {
  const { context } = stream.dict;
  const content = Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
  const grey = context.flateStream(Buffer.from(greyContent(content), "latin1"));
  const dict = stream.dict.clone(context);
  for (const [key, value] of grey.dict.entries()) dict.set(key, value);
  return PDFRawStream.of(dict, grey.getContents());
}

/** Makes a transparency group blend in greys (11.6.6). */
function greyGroup(dict: PDFDict): void {
  const group = dict.lookup(PDFName.of("Group"));
  if (group instanceof PDFDict && group.has(PDFName.of("CS"))) group.set(PDFName.of("CS"), PDFName.of("DeviceGray"));
}

/** Returns a dictionary and its directly nested dictionaries. */
function dictsIn(object: PDFObject): PDFDict[] {
  const dict = object instanceof PDFRawStream ? object.dict : object;
  return dict instanceof PDFDict ? [dict, ...dict.values().flatMap((value) => dictsIn(value))] : [];
}
