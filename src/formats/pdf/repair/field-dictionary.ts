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

/** The place of a field, and the font for its text. */
export interface FieldPlace {
  /** Width and height in points. */
  readonly size: readonly [width: number, height: number];
  /** The distance between ruled lines, in points. */
  readonly pitch: number;
  /** The number of its part, if page breaks divide the field. */
  readonly part: number;
  readonly isRightToLeft: boolean;
  readonly font: PDFRef | undefined;
}

/** The font's name in the form's resources. */
export const fontName = "Text";

/** Line spacing in em: pdf.js uses it for all fonts, others compute it from the font's ascent and descent. */
const leading = 1.35;

/** Table 228: multiline text. */
const multiline = 1 << 12;

/**
 * Returns the entries that turn a link annotation into a widget annotation (ISO 32000-1, 12.5.6.19) and field (12.7) in
 * one dictionary. Each has appearances for all its states (ISO 19005-2, 6.3.3 and 6.4.1).
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
  // Empty; a form filler inserts the text between the marks (12.7.3.3).
  const empty = formObject(context, size, "/Tx BMC\nEMC", resources);
  // On ruled lines, line by line. Zero means auto-size: as large as the field is high, smaller for longer text.
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
  // The tick of the box drawings, which are twelve by twelve.
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

/** Removes the entries that a widget lacks: target, border, quad points. */
export function takeOffLink(annotation: PDFDict): void {
  for (const key of ["A", "Dest", "Border", "H", "QuadPoints", "Contents"]) annotation.delete(PDFName.of(key));
}
