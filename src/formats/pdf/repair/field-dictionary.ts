import {
  type PDFContext,
  type PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import type { FormField } from "../../../model/form-field.ts";

/** Where a field lies and what it is written with. */
export interface FieldPlace {
  /** Width and height in points. */
  readonly size: readonly [width: number, height: number];
  /** From one ruled line to the next, in points. */
  readonly pitch: number;
  /** Where pages divide a field, the number of its part. */
  readonly part: number;
  readonly isRightToLeft: boolean;
  readonly font: PDFRef | undefined;
}

/** How the forms' resources call the font. */
export const fontName = "Text";

/** Lines of text are this far apart, in em: what pdf.js takes for all fonts, and others take from the font's own heights. */
const leading = 1.35;

/** Table 228: the text has several lines. */
const multiline = 1 << 12;

/**
 * What makes a widget annotation (ISO 32000-1, 12.5.6.19) and a field (12.7) of the annotation of a link, in one
 * dictionary. Each has the appearances of all its states (ISO 19005-2, 6.3.3 and 6.4.1).
 */
export function fieldEntries(context: PDFContext, field: FormField, place: FieldPlace): Record<string, PDFObject> {
  const suffix = place.part > 1 ? ` (${place.part})` : "";
  const common = {
    Subtype: PDFName.of("Widget"),
    T: PDFHexString.fromText(field.name + suffix),
    TU: PDFHexString.fromText(field.label + suffix),
    // Printed, and neither hidden nor locked (ISO 19005-2, 6.3.2).
    F: context.obj(4),
    BS: context.obj({ W: 0 }),
  };
  return {
    ...common,
    ...(field.kind === "box" ? tickEntries(context, field, place) : textEntries(context, field, place)),
  };
}

function textEntries(context: PDFContext, { kind }: FormField, place: FieldPlace): Record<string, PDFObject> {
  const { size, font, pitch, isRightToLeft } = place;
  const resources = font && { Font: { [fontName]: font } };
  // Nothing is written yet; a program puts the text between the marks (12.7.3.3).
  const empty = formObject(context, size, "/Tx BMC\nEMC", resources);
  // On ruled lines, line by line; zero: as large as the field is high, and smaller where the text is longer.
  const points = kind === "lines" ? Math.round((pitch / leading) * 10) / 10 : 0;
  return {
    FT: PDFName.of("Tx"),
    Ff: context.obj(kind === "lines" ? multiline : 0),
    Q: context.obj(isRightToLeft ? 2 : 0),
    DA: PDFString.of(`/${fontName} ${points} Tf 0 g`),
    AP: context.obj({ N: empty }),
  };
}

function tickEntries(context: PDFContext, { ticked }: FormField, { size }: FieldPlace): Record<string, PDFObject> {
  const state = PDFName.of(ticked === true ? "Yes" : "Off");
  const [width, height] = size;
  // The tick of the drawings of boxes, which are twelve by twelve.
  const tick = `q ${round(width / 12)} 0 0 ${round(height / 12)} 0 0 cm 1 w 0 G 2.8 5.8 m 5.2 3.3 l 9.3 8.7 l S Q`;
  return {
    FT: PDFName.of("Btn"),
    Ff: context.obj(0),
    V: state,
    AS: state,
    AP: context.obj({ N: { Yes: formObject(context, size, tick), Off: formObject(context, size, "") } }),
  };
}

function formObject(
  context: PDFContext,
  [width, height]: FieldPlace["size"],
  content: string,
  resources: Record<string, Record<string, PDFRef>> = {},
): PDFRef {
  const box = [0, 0, round(width), round(height)];
  const entries = { Type: "XObject", Subtype: "Form", BBox: box, Resources: resources };
  return context.register(context.flateStream(content, entries));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Of a link, what a widget has not: where it leads, its border, the pieces of its place. */
export function takeOffLink(annotation: PDFDict): void {
  for (const key of ["A", "Dest", "Border", "H", "QuadPoints", "Contents"]) annotation.delete(PDFName.of(key));
}
