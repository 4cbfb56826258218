import { PDFArray, PDFDict, PDFHexString, PDFString } from "@cantoo/pdf-lib";
import { append, dictsWith, element, type Mutation, mutations, name, page, stream } from "./mutation.ts";
import { field } from "./page-objects.ts";

/** What only PDF/UA-2 and PDF/A-4 ask for. */
export const ua2Mutations: readonly Mutation[] = mutations(
  [
    [
      "6.1.3-4",
      "an information dictionary",
      ({ context }) => (context.trailerInfo.Info = context.register(context.obj({}))),
    ],
    ["8.2.5.2-2", "a document of the old kind", (document) => void element(document, "Document").delete(name("NS"))],
    [
      "02-001",
      "an element of the old kind that is of the new one",
      (document) => void element(document, "FENote").delete(name("NS")),
    ],
    [
      "14.7.4-namespaces",
      "a namespace of its own",
      (document) => {
        const namespace = element(document, "Sect").lookup(name("NS"), PDFDict).clone();
        element(document, "Sect").set(name("NS"), document.context.register(namespace));
      },
    ],
    [
      "8.2.5.8-1",
      "a line of the contents without its element",
      (document) => void element(document, "TOCI").delete(name("Ref")),
    ],
    ["8.2.5.14-1", "a note of the old kind", (document) => append(document, "Note").delete(name("NS"))],
    [
      "8.2.5.14-2",
      "a note that does not know where it is cited",
      (document) => void element(document, "FENote").delete(name("Ref")),
    ],
    [
      "8.2.5.14-2",
      "a note that is cited nowhere",
      (document) => {
        for (const link of dictsWith(document, "S", "Link")) link.delete(name("Ref"));
      },
    ],
    ["8.2.5.14-4", "a note of no kind", (document) => void element(document, "FENote").delete(name("A"))],
    [
      "8.2.5.25-1",
      "labels of no kind",
      (document) => {
        for (const list of dictsWith(document, "S", "L")) list.delete(name("A"));
      },
    ],
    [
      "annex-L-content",
      "bare text in a section",
      (document) => {
        for (const paragraph of dictsWith(document, "S", "P")) paragraph.set(name("S"), name("Div"));
      },
    ],
    ["8.10.2.3-1", "a field that is not described", (document) => void field(document, {}).delete(name("Contents"))],
    [
      "8.4.3-2",
      "a sign of nobody's",
      (document) => element(document, "Figure").set(name("Alt"), PDFHexString.fromText("\uE000")),
    ],
    [
      "8.8-1",
      "a link to a place on a page",
      (document) => {
        const link = dictsWith(document, "Subtype", "Link").find((dict) =>
          dict.lookup(name("A"), PDFDict).has(name("SD")),
        );
        link?.set(name("A"), document.context.obj({ S: "GoTo", D: [document.getPage(0).ref, "Fit"] }));
      },
    ],
    [
      "8.9.4.2-1",
      "a link that says two things",
      (document) => element(document, "Link").set(name("Alt"), PDFString.of("Something else")),
    ],
    [
      "8.2.5.20-2",
      "a link to two places",
      (document) => {
        const [dict, other] = dictsWith(document, "S", "Link").filter((link) => !link.has(name("Ref")));
        const kids = other?.lookup(name("K"), PDFArray);
        if (!dict || !kids) throw new Error("There are not two links.");
        const reference = kids
          .asArray()
          .map((_, index) => kids.lookup(index))
          .find((kid) => kid instanceof PDFDict && kid.has(name("Obj")));
        if (reference instanceof PDFDict) move(reference, dict);
        kids.remove(kids.asArray().findIndex((kid, index) => kid === reference || kids.lookup(index) === reference));
      },
    ],
    [
      "6.5.1-1",
      "a program that is started",
      ({ catalog, context }) => catalog.set(name("Odd"), context.obj({ Type: "Action", S: "Launch" })),
    ],
    [
      "6.1.7-4",
      "a forbidden packing",
      (document) => document.catalog.set(name("Odd"), stream(document, { Filter: "LZWDecode" })),
    ],
    ["28-009", "no order for the Tab key", (document) => void page(document).delete(name("Tabs"))],
  ],
  "ua-2",
);

/** An annotation into another element, the way back too. */
function move(reference: PDFDict, to: PDFDict): void {
  const { context } = to;
  to.lookup(name("K"), PDFArray).push(reference);
  const annotation = reference.lookup(name("Obj"), PDFDict);
  const key = String(annotation.get(name("StructParent")));
  const tree = context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .find((object) => object instanceof PDFDict && object.has(name("Nums")) && !object.has(name("S")));
  const nums = tree instanceof PDFDict ? tree.lookup(name("Nums"), PDFArray) : undefined;
  const index = nums?.asArray().findIndex((num, place) => place % 2 === 0 && String(num) === key) ?? -1;
  const ref = context.getObjectRef(to);
  if (nums && ref && index >= 0) nums.set(index + 1, ref);
}
