import { PDFArray, PDFHexString, PDFName, PDFNumber, PDFString } from "@cantoo/pdf-lib";
import type { Check } from "./check.ts";
import { asName, listOf, nameOf } from "../read/objects.ts";

const clause = { "ua-1": "ISO 19005-2, 6.1.13" };

/** Checks for implementation limits (ISO 32000-1, annex C). PDF/A-4 has none. */
export const limitChecks: readonly Check[] = [
  {
    checkpoint: "6.1.13-1",
    clause,
    what: "A whole number is too large or too small.",
    find: ({ objects }) =>
      numbersIn(objects)
        .filter((value) => Number.isInteger(value) && Math.abs(value) < 1e30)
        .filter((value) => value > 2_147_483_647 || value < -2_147_483_648)
        .map((value) => ({ where: String(value) })),
  },
  {
    checkpoint: "6.1.13-2",
    clause,
    what: "A number is too large.",
    find: ({ objects }) =>
      numbersIn(objects)
        .filter((value) => Math.abs(value) > 3.403e38)
        .map((value) => ({ where: String(value) })),
  },
  {
    checkpoint: "6.1.13-3",
    clause,
    what: "A string is longer than 32767 bytes.",
    find: ({ objects }) =>
      objects
        .filter((object) => object instanceof PDFString || object instanceof PDFHexString)
        .filter((text) => text.asBytes().length > 32_767)
        .map((text) => ({ holds: text.decodeText().slice(0, 60) })),
  },
  {
    checkpoint: "6.1.13-4",
    clause,
    what: "A name is longer than 127 bytes.",
    find: ({ objects }) =>
      objects
        .filter((object) => object instanceof PDFName)
        .map((name) => name.decodeText())
        .filter((name) => Buffer.byteLength(name) > 127)
        .map((name) => ({ where: name.slice(0, 60) })),
  },
  {
    checkpoint: "6.1.13-5",
    clause,
    what: "A number is too close to zero.",
    find: ({ objects }) =>
      numbersIn(objects)
        .filter((value) => value !== 0 && Math.abs(value) < 1.175e-38)
        .map((value) => ({ where: String(value) })),
  },
  {
    checkpoint: "6.1.13-8",
    clause,
    what: "The graphics state is nested more than 28 levels deep.",
    find: ({ pages }) =>
      pages.filter(({ content }) => content.depth > 28).map(({ number }) => ({ where: `page ${number}` })),
  },
  {
    checkpoint: "6.1.13-9",
    clause,
    what: "A colour is mixed from more than 32 colourants.",
    find: ({ objects }) =>
      objects
        .filter((object) => object instanceof PDFArray)
        .map((array) => listOf(array))
        .filter(([kind, names]) => asName(kind) === "DeviceN" && listOf(names).length > 32)
        .map(() => ({})),
  },
  {
    checkpoint: "6.1.13-11",
    clause,
    what: "A page is smaller than 3 or larger than 14400 units.",
    find: ({ dicts }) =>
      dicts
        .filter((dict) => ["Page", "Pages"].includes(nameOf(dict, "Type") ?? ""))
        .flatMap((dict) => boxes.map((key) => dict.lookup(PDFName.of(key))))
        .filter((box) => box instanceof PDFArray)
        .map((box) => listOf(box).map((side) => (side instanceof PDFNumber ? side.asNumber() : Number.NaN)))
        .filter(([left = 0, bottom = 0, right = 0, top = 0]) => !(isSize(right - left) && isSize(top - bottom)))
        .map((box) => ({ where: box.join(" ") })),
  },
];

const boxes = ["MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"];

function isSize(length: number): boolean {
  return Math.abs(length) >= 3 && Math.abs(length) <= 14_400;
}

function numbersIn(objects: readonly unknown[]): number[] {
  return objects.filter((object) => object instanceof PDFNumber).map((value) => value.asNumber());
}
