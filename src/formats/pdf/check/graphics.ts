import { PDFArray, PDFDict, PDFRawStream } from "@cantoo/pdf-lib";
import { both, type Check, type Finding, unless } from "./check.ts";
import type { PdfFile, PdfPage } from "./open-file.ts";
import { asDict, asName, bytesOf, dictOf, get, has, items, latin1, listOf, nameOf, numberOf } from "../read/objects.ts";

/** Checks for operators, colours, graphics states and images. */
export const graphicsChecks: readonly Check[] = [
  {
    checkpoint: "6.2.2-1",
    clause: { "ua-1": "ISO 19005-2, 6.2.2", "ua-2": "ISO 19005-4, 6.2.2" },
    what: "A page uses an operator that PDF does not define.",
    find: (file) =>
      pagesWith(file, ({ content }) => [...content.vocabulary.operators].some((operator) => !operators.has(operator))),
  },
  {
    checkpoint: "6.2.2-2",
    clause: { "ua-1": "ISO 19005-2, 6.2.2", "ua-2": "ISO 19005-4, 6.2.2" },
    what: "A page has no resources of its own.",
    find: (file) => pagesWith(file, ({ dict }) => !has(dict, "Resources")),
  },
  {
    checkpoint: "6.2.3-1",
    clause: { "ua-1": "ISO 19005-2, 6.2.3", "ua-2": "ISO 19005-4, 6.2.3" },
    what: "The colour profile is not one for a screen or a printer.",
    find: (file) => intentsOf(file).flatMap((intent) => unless(isOutputProfile(get(intent, "DestOutputProfile")))),
  },
  {
    checkpoint: "6.2.3-2",
    clause: { "ua-1": "ISO 19005-2, 6.2.3", "ua-2": "ISO 19005-4, 6.2.3" },
    what: "Two output intents have different colour profiles.",
    find: (file) => unless(new Set(intentsOf(file).map((intent) => get(intent, "DestOutputProfile"))).size <= 1),
  },
  {
    checkpoint: "6.2.3-3",
    clause: { "ua-1": "ISO 19005-2, 6.2.3", "ua-2": "ISO 19005-4, 6.2.3" },
    what: "An output intent refers to a colour profile outside the file.",
    find: ({ catalog }) =>
      items(catalog, "OutputIntents")
        .filter((intent) => has(asDict(intent), "DestOutputProfileRef"))
        .map(() => ({})),
  },
  {
    checkpoint: "6.2.4.3-2",
    clause: { "ua-1": "ISO 19005-2, 6.2.4.3 and 6.2.10", "ua-2": "ISO 19005-4, 6.2.4.3 and 6.2.9" },
    what: "No output intent has a colour profile for RGB.",
    find: (file) => unless(intentsOf(file).some((intent) => nameOf(intent, "S") === "GTS_PDFA1" && isRgb(intent))),
  },
  {
    checkpoint: "6.2.4.2-1",
    clause: { "ua-1": "ISO 19005-2, 6.2.4.2", "ua-2": "ISO 19005-4, 6.2.4.2" },
    what: "A colour space has a profile that cannot be read.",
    find: ({ objects }) =>
      objects
        .filter((object) => object instanceof PDFArray)
        .map((array) => listOf(array))
        .filter(([kind, profile]) => asName(kind) === "ICCBased" && !isProfile(profile))
        .map(() => ({})),
  },
  {
    checkpoint: "6.2.4.3-3",
    clause: { "ua-1": "ISO 19005-2, 6.2.4.3", "ua-2": "ISO 19005-4, 6.2.4.3" },
    what: "A page uses CMYK colours, for which there is no profile.",
    find: (file) => pagesWith(file, (page) => usesInks(page)),
  },
  {
    checkpoint: "6.2.5-1",
    clause: { "ua-1": "ISO 19005-2, 6.2.5", "ua-2": "ISO 19005-4, 6.2.5" },
    what: "A graphics state has a transfer function.",
    find: (file) =>
      statesThat(file, (state) => has(state, "TR") || (has(state, "TR2") && nameOf(state, "TR2") !== "Default")),
  },
  {
    checkpoint: "6.2.5-3",
    clause: { "ua-1": "ISO 19005-2, 6.2.5", "ua-2": "ISO 19005-4, 6.2.5" },
    what: "A graphics state sets the origin of the halftone.",
    find: (file) => statesThat(file, (state) => has(state, "HTP")),
  },
  {
    checkpoint: "6.2.5-4",
    clause: { "ua-1": "ISO 19005-2, 6.2.5", "ua-2": "ISO 19005-4, 6.2.5" },
    what: "A halftone is not of type 1 or 5, or has a name.",
    find: ({ dicts }) =>
      dicts
        .filter((dict) => has(dict, "HalftoneType"))
        .filter((dict) => ![1, 5].includes(numberOf(dict, "HalftoneType") ?? 0) || has(dict, "HalftoneName"))
        .map(() => ({})),
  },
  {
    checkpoint: "6.2.10-1",
    clause: { "ua-1": "ISO 19005-2, 6.2.10", "ua-2": "ISO 19005-4, 6.2.9" },
    what: "A graphics state uses a blend mode that PDF does not define.",
    find: (file) => statesThat(file, (state) => items(state, "BM").some((mode) => !blendModes.has(asName(mode) ?? ""))),
  },
  {
    checkpoint: "page-count",
    clause: both("ISO 32000-1, 7.7.3"),
    what: "The file has no pages.",
    find: ({ pages }) => unless(pages.length > 0),
  },
];

/** ISO 32000-1, annex A. */
const operators = new Set(
  `b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S
  SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' "`.split(/\s+/),
);

/** ISO 32000-1, tables 136 and 137. */
const blendModes = new Set(
  `Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue
  Saturation Color Luminosity`.split(/\s+/),
);

function pagesWith({ pages }: PdfFile, isWrong: (page: PdfPage) => boolean): Finding[] {
  return pages.filter(isWrong).map(({ number }) => ({ where: `page ${number}` }));
}

function statesThat({ dicts }: PdfFile, isWrong: (state: PDFDict) => boolean): Finding[] {
  const states = dicts.flatMap(
    (dict) =>
      dictOf(dict, "ExtGState")
        ?.keys()
        .map((key) => asDict(dictOf(dict, "ExtGState")?.lookup(key))) ?? [],
  );
  return states
    .filter((state) => state !== undefined)
    .filter(isWrong)
    .map(() => ({}));
}

/** Reports whether a page uses CMYK: the operators `k` and `K`, CMYK images or CMYK colour spaces. */
function usesInks({ content, dict }: PdfPage): boolean {
  const spaces = dictOf(dictOf(dict, "Resources"), "ColorSpace");
  const images = dictOf(dictOf(dict, "Resources"), "XObject");
  return (
    content.vocabulary.usesInks ||
    (spaces?.values() ?? []).some((space) => asName(space) === "DeviceCMYK") ||
    (images?.keys() ?? []).some((key) => nameOf(asDict(images?.lookup(key)), "ColorSpace") === "DeviceCMYK")
  );
}

/** Returns the output intents that carry a profile. */
function intentsOf({ catalog }: PdfFile): PDFDict[] {
  return items(catalog, "OutputIntents")
    .filter((intent) => intent instanceof PDFDict)
    .filter((intent) => get(intent, "DestOutputProfile") instanceof PDFRawStream);
}

function isRgb(intent: PDFDict): boolean {
  return latin1(get(intent, "DestOutputProfile")).slice(16, 20) === "RGB ";
}

/** ICC.1, 7.2: device class at 12, colour space at 16, version at 8. */
function isOutputProfile(profile: unknown): boolean {
  return isProfile(profile, ["prtr", "mntr"]);
}

function isProfile(profile: unknown, classes = ["prtr", "mntr", "scnr", "spac"]): boolean {
  if (!(profile instanceof PDFRawStream)) return false;
  const text = latin1(profile);
  const version = bytesOf(profile)[8] ?? 9;
  return (
    classes.includes(text.slice(12, 16)) && ["RGB ", "CMYK", "GRAY", "LAB "].includes(text.slice(16, 20)) && version < 5
  );
}
