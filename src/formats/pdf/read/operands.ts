import type { PDFDict } from "@cantoo/pdf-lib";
import { type Box, boxUnder, type Matrix } from "./geometry.ts";
import { asDict, get, items, nameOf } from "./objects.ts";
import { PDFNumber } from "@cantoo/pdf-lib";

// Reads the operand tokens of content stream operators (ISO 32000-1, 7.8.2).

/** Decodes `/A#20b` to "A b" (ISO 32000-1, 7.3.5). */
export function decodeName(token: string): string {
  if (!token.includes("#")) return token.slice(1);
  return token
    .slice(1)
    .replaceAll(/#([\dA-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

export function matrixFrom(operands: readonly string[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = operands.map(Number);
  return [a, b, c, d, e, f];
}

/** Returns the XObject that `Do` paints, by name. */
export function objectNamed(resources: PDFDict | undefined, token: string) {
  return get(asDict(get(resources, "XObject")), decodeName(token));
}

/** Returns an XObject's box: an image fills the unit square; a form has a BBox (ISO 32000-1, 8.10.2). */
export function outlineOf(object: PDFDict | undefined): Box {
  if (!object || nameOf(object, "Subtype") !== "Form") return { left: 0, bottom: 0, right: 1, top: 1 };
  const [left = 0, bottom = 0, right = 1, top = 1] = numbersIn(object, "BBox");
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersIn(object, "Matrix");
  return boxUnder([a, b, c, d, e, f], { left, bottom, right, top });
}

function numbersIn(dict: PDFDict, key: string): number[] {
  return items(dict, key).flatMap((item) => (item instanceof PDFNumber ? [item.asNumber()] : []));
}
