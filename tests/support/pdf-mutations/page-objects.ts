import { PDFDict, PDFHexString, type PDFDocument, PDFString } from "@cantoo/pdf-lib";
import { annotate, element, first, type Mutation, mutations, name, page, stream } from "./mutation.ts";

const link = (document: PDFDocument): PDFDict => first(document, "Subtype", "Link");

/** A field as the form knows it, on the page as a widget. */
export function field(document: PDFDocument, entries: Record<string, string | number>, type = "Form"): PDFDict {
  const widget = annotate(document, { Subtype: "Widget", FT: "Tx", ...entries }, type);
  widget.set(name("T"), PDFString.of("field"));
  widget.set(name("TU"), PDFString.of("Words"));
  widget.set(name("Contents"), PDFString.of("Words"));
  widget.set(name("AP"), document.context.obj({ N: stream(document, { Subtype: "Form" }) }));
  document.catalog.set(
    name("AcroForm"),
    document.context.obj({ Fields: [document.context.getObjectRef(widget) ?? widget] }),
  );
  return widget;
}

const act = (entries: Record<string, string>) => (document: PDFDocument) =>
  document.catalog.set(name("Odd"), document.context.obj({ Type: "Action", ...entries }));

/** Links, fields, actions and bookmarks. */
export const pageObjectMutations: readonly Mutation[] = mutations([
  [
    "28-002",
    "an annotation in no element",
    (document) =>
      annotate(document, { Subtype: "Text" }).set(name("AP"), document.context.obj({ N: stream(document, {}) })),
  ],
  [
    "28-004",
    "an annotation that says nothing",
    (document) =>
      annotate(document, { Subtype: "Text" }, "Annot").set(
        name("AP"),
        document.context.obj({ N: stream(document, {}) }),
      ),
  ],
  [
    "28-006",
    "a film",
    (document) =>
      annotate(document, { Subtype: "Movie" }).set(name("AP"), document.context.obj({ N: stream(document, {}) })),
  ],
  ["28-009", "no order for the Tab key", (document) => void page(document).delete(name("Tabs"))],
  ["28-010", "a field in no field", (document) => void field(document, {}, "Sect")],
  ["28-011", "a link in no link", (document) => element(document, "Link").set(name("S"), name("Span"))],
  ["28-012", "a link without words", (document) => link(document).set(name("Contents"), PDFString.of(" "))],
  [
    "28-017",
    "a printer's mark that is heard",
    (document) =>
      annotate(document, { Subtype: "PrinterMark" }, "Sect").set(
        name("AP"),
        document.context.obj({ N: stream(document, {}) }),
      ),
  ],
  ["6.3.2-1", "a hidden link", (document) => link(document).set(name("F"), document.context.obj(2))],
  ["6.3.2-1", "a link without flags", (document) => void link(document).delete(name("F"))],
  ["6.3.3-1", "a field that looks like nothing", (document) => void field(document, {}).delete(name("AP"))],
  [
    "6.3.3-1",
    "a field with a second look",
    (document) => field(document, {}).lookup(name("AP"), PDFDict).set(name("D"), stream(document, {})),
  ],
  ["28-005", "a field without a name to hear", (document) => void field(document, {}).delete(name("TU"))],
  ["6.4.1-1", "a field that acts", (document) => field(document, {}).set(name("AA"), document.context.obj({}))],
  [
    "6.4.1-3",
    "fields without looks of their own",
    (document) => {
      field(document, {});
      document.catalog.lookup(name("AcroForm"), PDFDict).set(name("NeedAppearances"), document.context.obj(true));
    },
  ],
  [
    "25-001",
    "a form of another kind",
    (document) => {
      field(document, {});
      document.catalog.lookup(name("AcroForm"), PDFDict).set(name("XFA"), PDFString.of(""));
    },
  ],
  ["6.5.1-1", "a script", act({ S: "JavaScript" })],
  ["6.5.1-1", "a program that is started", act({ S: "Launch" })],
  ["6.5.1-2", "an action that few know", act({ S: "Named", N: "Print" })],
  [
    "6.5.1-names",
    "scripts for all pages",
    ({ catalog, context }) => catalog.set(name("Names"), context.obj({ JavaScript: {} })),
  ],
  ["6.5.2-1", "a page that acts", (document) => page(document).set(name("AA"), document.context.obj({}))],
  ["6.5.2-1", "a file that acts", ({ catalog, context }) => catalog.set(name("AA"), context.obj({}))],
  ["12.3.2-dead", "a link to nowhere", (document) => link(document).set(name("Dest"), name("nowhere"))],
  [
    "12.3.2-dead",
    "a bookmark to nowhere",
    ({ catalog }) =>
      catalog.lookup(name("Outlines"), PDFDict).lookup(name("First"), PDFDict).set(name("Dest"), name("nowhere")),
  ],
  [
    "publication-outline",
    "another bookmark",
    ({ catalog }) =>
      catalog
        .lookup(name("Outlines"), PDFDict)
        .lookup(name("First"), PDFDict)
        .set(name("Title"), PDFHexString.fromText("Other")),
  ],
  ["publication-outline", "no bookmarks", ({ catalog }) => void catalog.delete(name("Outlines"))],
  ["6.7.2-1", "not marked", ({ catalog }) => void catalog.delete(name("MarkInfo"))],
  [
    "01-007",
    "tags that are suspect",
    ({ catalog, context }) => catalog.lookup(name("MarkInfo"), PDFDict).set(name("Suspects"), context.obj(true)),
  ],
  ["07-001", "no title in the window", ({ catalog }) => void catalog.delete(name("ViewerPreferences"))],
  [
    "20-001",
    "layers without a name",
    ({ catalog, context }) => catalog.set(name("OCProperties"), context.obj({ OCGs: [], D: {} })),
  ],
  [
    "6.9-3",
    "a layer that is not listed",
    ({ catalog, context }) => {
      const group = context.register(context.obj({ Type: "OCG" }));
      const layers = context.obj({ OCGs: [group], D: { Order: [] } });
      layers.lookup(name("D"), PDFDict).set(name("Name"), PDFString.of("Layers"));
      catalog.set(name("OCProperties"), layers);
    },
  ],
  [
    "21-001",
    "a file in the file",
    ({ catalog, context }) => catalog.set(name("Odd"), context.obj({ Type: "Filespec", EF: {} })),
  ],
  ["6.10-1", "slides", (document) => page(document).set(name("PresSteps"), document.context.obj({}))],
  [
    "6.11-1",
    "something that is required",
    ({ catalog, context }) => catalog.set(name("Requirements"), context.obj([])),
  ],
  ["6.1.12-1", "another version", ({ catalog }) => catalog.set(name("Version"), name("1.6"))],
  ["6.1.12-1", "permissions", ({ catalog, context }) => catalog.set(name("Perms"), context.obj({}))],
  ["page-labels", "no page labels", ({ catalog }) => void catalog.delete(name("PageLabels"))],
]);
