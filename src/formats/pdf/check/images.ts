import type { PDFDict } from "@cantoo/pdf-lib";
import type { Check, Finding } from "./check.ts";
import type { PdfFile } from "./open-file.ts";
import { get, has, nameOf } from "../read/objects.ts";

/** Checks for images and other XObjects, and their rendering intents. */
export const imageChecks: readonly Check[] = [
  {
    checkpoint: "6.2.6-1",
    clause: { "ua-1": "ISO 19005-2, 6.2.6", "ua-2": "ISO 19005-4, 6.2.6" },
    what: "A rendering intent is not one of the four that PDF defines.",
    find: findIntents,
  },
  {
    checkpoint: "6.2.8-1",
    clause: { "ua-1": "ISO 19005-2, 6.2.8", "ua-2": "ISO 19005-4, 6.2.7" },
    what: "An image has an alternate image, or one for print in another file.",
    find: (file) => imagesThat(file, (image) => has(image, "Alternates") || has(image, "OPI")),
  },
  {
    checkpoint: "6.2.8-3",
    clause: { "ua-1": "ISO 19005-2, 6.2.8", "ua-2": "ISO 19005-4, 6.2.7" },
    what: "An image asks for interpolation.",
    find: (file) => imagesThat(file, (image) => String(get(image, "Interpolate")) === "true"),
  },
  {
    checkpoint: "6.2.9-1",
    clause: { "ua-1": "ISO 19005-2, 6.2.9", "ua-2": "ISO 19005-4, 6.2.8" },
    what: "A part of a page is a PostScript program, or in another file.",
    find: ({ dicts }) =>
      dicts
        .filter((dict) => nameOf(dict, "Subtype") === "PS" || (nameOf(dict, "Subtype") === "Form" && isForeign(dict)))
        .map(() => ({})),
  },
  {
    checkpoint: "30-001",
    clause: { "ua-1": "ISO 14289-1, 7.20", "ua-2": "ISO 19005-4, 6.2.8" },
    what: "A part of a page is taken from another file.",
    find: ({ dicts }) => dicts.filter((dict) => nameOf(dict, "Subtype") === "Form" && has(dict, "Ref")).map(() => ({})),
  },
];

/** ISO 32000-1, table 70. */
const renderingIntents = new Set(["RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"]);

function imagesThat({ dicts }: PdfFile, isWrong: (image: PDFDict) => boolean): Finding[] {
  return dicts.filter((dict) => nameOf(dict, "Subtype") === "Image" && isWrong(dict)).map(() => ({}));
}

function isForeign(form: PDFDict): boolean {
  return has(form, "OPI") || has(form, "PS") || nameOf(form, "Subtype2") === "PS";
}

function findIntents({ dicts, pages }: PdfFile): Finding[] {
  const named = dicts.flatMap((dict) => {
    if (nameOf(dict, "Subtype") === "Image") return [nameOf(dict, "Intent")];
    return nameOf(dict, "Type") === "ExtGState" ? [nameOf(dict, "RI")] : [];
  });
  const operated = pages.flatMap(({ content }) => [...content.vocabulary.intents]);
  return [...named, ...operated]
    .filter((intent) => intent !== undefined && !renderingIntents.has(intent))
    .map((intent) => ({ detail: `It is ${intent ?? ""}.` }));
}
