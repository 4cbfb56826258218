import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, PDFString, type PDFDocument } from "@cantoo/pdf-lib";
import { append, dictsWith, element, kidsOf, type Mutation, mutations, name, refOf, repaint } from "./mutation.ts";

const retype = (from: string, to: string) => (document: PDFDocument) =>
  element(document, from).set(name("S"), name(to));

const root = ({ catalog }: PDFDocument): PDFDict => catalog.lookup(name("StructTreeRoot"), PDFDict);

const span = (type: string, key: string, count: number) => (document: PDFDocument) =>
  element(document, type).set(name("A"), document.context.obj([{ O: "Table", [key]: count, Scope: "Column" }]));

/** Children of new elements by their types. */
function build(document: PDFDocument, parent: PDFDict, types: readonly string[]): PDFDict[] {
  return types.map((type) => append(document, type, [], parent));
}

/** The structure tree, and what stands in what. */
export const structureMutations: readonly Mutation[] = mutations([
  [
    "7.1-11",
    "a tree without a document",
    (document) => {
      const top = element(document, "Document");
      const own = append(document, "Sect", []);
      root(document).set(name("K"), document.context.obj([refOf(document, top), refOf(document, own)]));
      const kids = kidsOf(top);
      kids.remove(kids.size() - 1);
      own.set(name("P"), refOf(document, root(document)));
    },
  ],
  ["7.1-12", "an element that does not know where it is", (document) => void element(document, "H1").delete(name("P"))],
  [
    "6.7.3-2",
    "an element that does not say it is one",
    (document) => void element(document, "H1").delete(name("Type")),
  ],
  ["02-001", "a type that nobody knows", retype("Sect", "Own")],
  ["02-001", "types without a mapping", (document) => void root(document).delete(name("RoleMap"))],
  [
    "02-003",
    "types mapped in a circle",
    (document) => {
      retype("Sect", "Own")(document);
      root(document).set(
        name("RoleMap"),
        document.context.obj({ Strong: "Span", Em: "Span", Own: "Other", Other: "Own" }),
      );
    },
  ],
  [
    "02-004",
    "a type that is mapped though it is known",
    (document) => root(document).lookup(name("RoleMap"), PDFDict).set(name("Caption"), name("P")),
  ],
  [
    "14.7.2-id",
    "two cells with one ID",
    (document) => {
      for (const cell of dictsWith(document, "S", "TD")) cell.set(name("ID"), PDFString.of("same"));
    },
  ],
  [
    "14.8.5-bbox",
    "a rectangle without an area",
    (document) => element(document, "Figure").set(name("A"), document.context.obj({ O: "Layout", BBox: [0, 0, 0, 0] })),
  ],
  [
    "14-002",
    "a first heading of the second level",
    (document) => {
      retype("H1", "P")(document);
    },
  ],
  ["14-003", "a heading too low", retype("H2", "H4")],
  [
    "14-006",
    "two headings without a number in one place",
    (document) => void build(document, append(document, "Sect"), ["H", "H"]),
  ],
  ["14-007", "a heading without a number", (document) => void build(document, append(document, "Sect"), ["H"])],
  ["09-005", "a paragraph in a list", retype("LI", "P")],
  ["09-005", "no body in an item", retype("LBody", "NonStruct")],
  ["09-005", "a caption at the end of a list", (document) => void build(document, element(document, "L"), ["Caption"])],
  [
    "8.2.5.25-2 14.7.4-content 14.7.4-parents",
    "bare text in an item",
    (document) => kidsOf(element(document, "LI")).push(PDFNumber.of(9999)),
  ],
  ["09-006", "an item of a list in the contents", (document) => void build(document, element(document, "TOC"), ["P"])],
  ["09-006", "a line of the contents elsewhere", (document) => void append(document, "TOCI")],
  ["09-007", "a ruby without a reading", (document) => void build(document, append(document, "Ruby"), ["RB"])],
  ["09-008", "a warichu without brackets", (document) => void build(document, append(document, "Warichu"), ["WT"])],
  ["09-004", "a paragraph in a row", (document) => void build(document, element(document, "TR"), ["P"])],
  ["09-004", "a row elsewhere", (document) => void append(document, "TR")],
  ["09-004", "two heads", (document) => void build(document, element(document, "Table"), ["THead", "THead"])],
  [
    "09-004",
    "a caption in the middle",
    (document) => {
      build(document, element(document, "Table"), ["Caption"]);
      build(document, element(document, "Table"), ["TBody"]);
    },
  ],
  [
    "7.2-15",
    "cells in the same place",
    (document) => {
      const [first, second] = dictsWith(document, "S", "TR").filter(
        (row) => element(document, "TH").lookup(name("P")) !== row,
      );
      const cells = [first, second].map((row) => row && kidsOf(row).lookup(1, PDFDict));
      cells[0]?.set(name("A"), document.context.obj({ O: "Table", RowSpan: 2 }));
      const before = second && kidsOf(second).lookup(0, PDFDict);
      before?.set(name("A"), document.context.obj({ O: "Table", ColSpan: 2 }));
      if (second) kidsOf(second).remove(1);
      if (cells[1]) cells[1].set(name("S"), name("P"));
      if (cells[1]) moveOut(document, cells[1]);
    },
  ],
  ["7.2-42", "rows of different lengths", span("TH", "ColSpan", 2)],
  [
    "15-003",
    "a head that is for no cell",
    (document) => {
      for (const cell of ["TH", "TD"].flatMap((type) => dictsWith(document, "S", type))) cell.delete(name("A"));
    },
  ],
  [
    "7.5-2",
    "a cell with a head that is not there",
    (document) =>
      element(document, "TD").set(name("A"), document.context.obj({ O: "Table", Headers: [PDFString.of("nowhere")] })),
  ],
  ["13-004", "a figure without words", (document) => void element(document, "Figure").delete(name("Alt"))],
  ["17-002", "a formula without words", retype("BlockQuote", "Formula")],
  [
    "8.2.5.27-1",
    "a caption in the middle of a figure",
    (document) =>
      build(document, append(document, "Figure"), ["P", "Caption", "P"])
        .at(0)
        ?.lookup(name("P"), PDFDict)
        .set(name("Alt"), PDFString.of("Words")),
  ],
  ["19-003", "a note without an ID", (document) => void element(document, "Note").delete(name("ID"))],
  [
    "19-004",
    "two notes with one ID",
    (document) => {
      for (const note of dictsWith(document, "S", "Note")) note.set(name("ID"), PDFString.of("same"));
    },
  ],
  [
    "11-001 11-002 11-003 11-004 11-006",
    "no language",
    (document) => {
      document.catalog.delete(name("Lang"));
      for (const dict of dictsWith(document, "Type", "StructElem")) dict.delete(name("Lang"));
    },
  ],
  [
    "11-003 11-004 11-006",
    "no language but that of the text",
    (document) => {
      document.catalog.delete(name("Lang"));
      element(document, "Document").set(name("Lang"), PDFString.of("en"));
    },
  ],
  [
    "11-003 11-004 11-005 11-006",
    "no language of a field's name",
    (document) => {
      document.catalog.delete(name("Lang"));
      element(document, "Document").set(name("Lang"), PDFString.of("en"));
      for (const link of dictsWith(document, "Subtype", "Link")) link.set(name("TU"), PDFString.of("Words"));
    },
  ],
  ["publication-language", "another language", ({ catalog }) => catalog.set(name("Lang"), PDFString.of("de"))],
  [
    "7.2-29",
    "a language that is none",
    (document) => element(document, "H1").set(name("Lang"), PDFString.of("English, please")),
  ],
  [
    "7.2-29",
    "a language that is none, in the content",
    (document) => repaint(document, (content) => `${content}\n/Artifact <</Lang (no language)>> BDC EMC`),
  ],
  [
    "01-003",
    "decoration in the text",
    (document) => repaint(document, (content) => content.replace(/(\/MCID \d+\s*>>\s*BDC)/, "$1 /Artifact BMC EMC")),
  ],
  [
    "01-004",
    "text in decoration",
    (document) =>
      repaint(document, (content) =>
        content.replace(/(\/\w+ ?<<\s*\/MCID \d+\s*>>\s*BDC)([^]*?)EMC/, "/Artifact BMC $1$2EMC EMC"),
      ),
  ],
  ["01-005", "a word outside the tags", (document) => repaint(document, (content) => `${content}\nBT (stray) Tj ET`)],
  ["01-005", "a line outside the tags", (document) => repaint(document, (content) => `0 0 m 9 9 l S ${content}`)],
  [
    "14.7.4-claimed",
    "text that no element holds",
    (document) => repaint(document, (content) => `${content}\n/P <</MCID 999>> BDC EMC`),
  ],
  [
    "14.7.4-content 14.7.4-parents",
    "an element with text that is not there",
    (document) => append(document, "P", [PDFNumber.of(999)]).set(name("Pg"), document.getPage(0).ref),
  ],
  [
    "14.7.4-unique",
    "two texts with one number",
    (document) => repaint(document, (content) => `${content}\n/P <</MCID ${firstNumber(content)}>> BDC EMC`),
  ],
  [
    "14.7.4-parents",
    "a way back that leads elsewhere",
    (document) => {
      const list = root(document).lookup(name("ParentTree"), PDFDict).lookup(name("Nums"), PDFArray);
      const parents = list
        .asArray()
        .map((_, index) => list.lookup(index))
        .find((object) => object instanceof PDFArray);
      if (!(parents instanceof PDFArray)) return;
      const first = parents.asArray().findIndex((parent) => parent instanceof PDFRef);
      parents.set(first, refOf(document, element(document, "Document")));
    },
  ],
  [
    "30-002",
    "text that is painted twice",
    (document) => {
      const { context } = document;
      const ref = context.register(context.stream("", { Type: "XObject", Subtype: "Form", StructParents: 5000 }));
      const resources = document.getPage(0).node.lookup(name("Resources"), PDFDict);
      const known = resources.lookup(name("XObject"));
      const forms = known instanceof PDFDict ? known : context.obj({});
      resources.set(name("XObject"), forms);
      forms.set(PDFName.of("Twice"), ref);
      repaint(document, (content) => `${content}\n/Artifact BMC /Twice Do /Twice Do EMC`);
    },
  ],
]);

/** To the end of the document, where a paragraph may stand. */
function moveOut(document: PDFDocument, dict: PDFDict): void {
  const top = element(document, "Document");
  dict.set(name("P"), refOf(document, top));
  kidsOf(top).push(refOf(document, dict));
}

/** The number of the first marked content that has one; decoration has none. */
function firstNumber(content: string): string {
  return /\/MCID (\d+)/.exec(content)?.[1] ?? "";
}
