import { PDFArray, PDFBool, PDFDict, type PDFDocument, type PDFObject } from "@cantoo/pdf-lib";
import { srgbProfile } from "../../../src/formats/pdf/repair/srgb-profile.ts";
import { addResource, first, type Mutation, mutations, name, page, repaint, stream } from "./mutation.ts";

const state = (entries: Record<string, string | number>) => (document: PDFDocument) =>
  addResource(document, "ExtGState", document.context.obj({ Type: "ExtGState", ...entries }));

const image = (key: string, value: PDFObject) => (document: PDFDocument) =>
  first(document, "Subtype", "Image").set(name(key), value);

const form = (entries: Record<string, string | number>) => (document: PDFDocument) =>
  addResource(document, "XObject", stream(document, { Type: "XObject", Subtype: "Form", ...entries }));

const intents = ({ catalog }: PDFDocument) => catalog.lookup(name("OutputIntents"), PDFArray);

/** What is painted with. */
export const graphicsMutations: readonly Mutation[] = mutations([
  ["6.2.2-1", "an operator that is none", (document) => repaint(document, (content) => `${content}\nxyz`)],
  [
    "6.2.2-2",
    "resources of another page",
    (document) => {
      const own = page(document);
      own.lookup(name("Parent"), PDFDict).set(name("Resources"), own.lookup(name("Resources"), PDFDict));
      own.delete(name("Resources"));
    },
  ],
  [
    "6.2.3-1",
    "a profile of a scanner",
    (document) => setProfile(document, (text) => `${text.slice(0, 12)}scnr${text.slice(16)}`),
  ],
  [
    "6.2.3-2",
    "two profiles",
    (document) => {
      const intent = intents(document).lookup(0, PDFDict).clone();
      const profile = document.context.lookup(intent.get(name("DestOutputProfile")));
      intent.set(name("DestOutputProfile"), document.context.register(profile?.clone() as PDFDict));
      intents(document).push(document.context.register(intent));
    },
  ],
  [
    "6.2.3-3",
    "a profile elsewhere",
    (document) => intents(document).lookup(0, PDFDict).set(name("DestOutputProfileRef"), document.context.obj({})),
  ],
  ["6.2.4.3-2", "no profile", ({ catalog }) => void catalog.delete(name("OutputIntents"))],
  [
    "6.2.4.2-1",
    "a colour space with a profile that is none",
    (document) =>
      addResource(document, "ColorSpace", document.context.obj(["ICCBased", stream(document, { N: 3 }, "none")])),
  ],
  ["6.2.4.3-3", "ink", (document) => repaint(document, (content) => `${content}\n0 0 0 1 k`)],
  ["6.2.4.3-3", "an image in ink", image("ColorSpace", name("DeviceCMYK"))],
  ["6.2.5-1", "a transfer function", state({ TR: "Identity" })],
  ["6.2.5-1", "another transfer function", state({ TR2: "Identity" })],
  ["6.2.5-3", "a halftone moved", state({ HTP: 1 })],
  [
    "6.2.5-4",
    "a halftone of type 6",
    (document) =>
      addResource(document, "ExtGState", document.context.obj({ HT: { Type: "Halftone", HalftoneType: 6 } })),
  ],
  ["6.2.6-1", "an intent of its own", image("Intent", name("Loud"))],
  [
    "6.2.6-1",
    "an intent of its own in the content",
    (document) => repaint(document, (content) => `/Loud ri ${content}`),
  ],
  ["6.2.8-1", "another image instead", image("Alternates", name("none"))],
  ["6.2.8-3", "a smoothed image", image("Interpolate", PDFBool.True)],
  ["6.2.9-1", "PostScript", form({ Subtype2: "PS" })],
  ["30-001", "a part of another file", form({ Ref: "none" })],
  ["6.2.10-1", "a blend of its own", state({ BM: "Loud" })],
]);

function setProfile(document: PDFDocument, change: (text: string) => string): void {
  const profile = change(Buffer.from(srgbProfile()).toString("latin1"));
  const data = document.context.stream(Buffer.from(profile, "latin1"), { N: 3 });
  first(document, "S", "GTS_PDFA1").set(name("DestOutputProfile"), document.context.register(data));
}
