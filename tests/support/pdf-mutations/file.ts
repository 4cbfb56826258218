import { PDFHexString, PDFName, PDFNumber, PDFString } from "@cantoo/pdf-lib";
import { addResource, element, first, type Mutation, mutations, name, page, repaint, stream } from "./mutation.ts";

/** How a file is written, and its limits. */
export const fileMutations: readonly Mutation[] = [
  { raises: ["6.1.2-1"], title: "another version", edit: (text) => text.replace("%PDF-1.7", "%PDF-1.4") },
  {
    raises: ["6.1.2-1"],
    title: "PDF 1.7 that says it is a PDF/UA-2",
    standard: "ua-2",
    edit: (text) => text.replace("%PDF-2.0", "%PDF-1.7"),
  },
  { raises: ["6.1.2-2"], title: "no binary comment", edit: (text) => text.replace(/^(.{9})%..../s, "$1%abcd") },
  { raises: ["6.1.3-3"], title: "something behind the end", edit: (text) => `${text}${" ".repeat(3)}` },
  { raises: ["6.1.3-3"], title: "an end that is cut off", edit: (text) => text.trimEnd().slice(0, -2) },
  {
    raises: ["6.1.7-1"],
    title: "a stream that is longer than it says",
    edit: (text) => text.replace(/(\/Length )(\d+)/, (_, key: string, size: string) => key + String(Number(size) - 1)),
  },
  {
    raises: ["6.1.9-1"],
    title: "an object in the middle of a line",
    edit: (text) => text.replace(/(\d+ 0 obj)\n/, "$1 "),
  },
  ...mutations([
    ["6.1.3-1", "no identifier", ({ context }) => void delete context.trailerInfo.ID],
    ["6.1.3-2", "encryption", ({ context }) => (context.trailerInfo.Encrypt = context.obj({ Filter: "Standard" }))],
    ["6.1.6-1", "half a byte", ({ catalog }) => catalog.set(name("Odd"), PDFHexString.of("ABC"))],
    [
      "6.1.7-3",
      "a stream in another file",
      (document) => document.catalog.set(name("Odd"), stream(document, { FFilter: "FlateDecode" })),
    ],
    [
      "6.1.7-4",
      "a forbidden packing",
      (document) => document.catalog.set(name("Odd"), stream(document, { Filter: "LZWDecode" })),
    ],
    [
      "6.1.8-1 02-001",
      "a type that is no text",
      (document) => element(document, "Sect").set(name("S"), PDFName.of("#FF#FE")),
    ],
    [
      "6.1.10-1",
      "an inline image that is packed with LZW",
      (document) =>
        repaint(document, (content) => `${content}\n/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID x EI EMC`),
    ],
    ["6.1.13-1", "a whole number too large", ({ catalog }) => catalog.set(name("Odd"), PDFNumber.of(3e9))],
    ["6.1.13-2", "a number too large", ({ catalog }) => catalog.set(name("Odd"), PDFNumber.of(1e39))],
    ["6.1.13-3", "a string too long", ({ catalog }) => catalog.set(name("Odd"), PDFString.of("x".repeat(32_768)))],
    ["6.1.13-4", "a name too long", ({ catalog }) => catalog.set(name("x".repeat(128)), PDFNumber.of(1))],
    ["6.1.13-5", "a number too small", ({ catalog }) => catalog.set(name("Odd"), PDFNumber.of(1e-39))],
    [
      "6.1.13-8",
      "a state kept too often",
      (document) => repaint(document, (content) => `${"q ".repeat(29)}${"Q ".repeat(29)}${content}`),
    ],
    [
      "6.1.13-9",
      "too many colourants",
      (document) =>
        addResource(
          document,
          "ColorSpace",
          document.context.obj(["DeviceN", Array.from({ length: 33 }, (_, index) => `C${index}`)]),
        ),
    ],
    [
      "6.1.13-11",
      "a page too large",
      (document) => page(document).set(name("CropBox"), document.context.obj([0, 0, 20_000, 10])),
    ],
    [
      "page-count publication-outline 14.7.4-content",
      "no pages",
      (document) => {
        const pages = first(document, "Type", "Pages");
        document.catalog.set(
          name("Pages"),
          document.context.register(document.context.obj({ Type: "Pages", Kids: [], Count: 0 })),
        );
        document.catalog.delete(name("Outlines"));
        pages.set(name("Count"), PDFNumber.of(0));
      },
    ],
  ]),
];
