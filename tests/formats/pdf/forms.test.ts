import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFRawStream,
  PDFTextField,
} from "@cantoo/pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyPdf } from "../../../src/formats/pdf/check.ts";
import { built } from "../../support/built.ts";
import { openPdf } from "../../support/pdf.ts";

const article = `---
title: A sheet
language: en
date: 2026-11-01
---

## The sheet

:::checklist[Before you apply]
- Check your *dates*.
- [x] Read the rules.
:::

Your name: :field[in *full*]{width=60mm}, and :field{width=22mm}

| Exam | Day |
| ---- | --- |
| One  | :field[Day]{width=30mm} |
| Two  | :field[Day]{width=30mm} |

Done so far:

- [x] Wrote to the office
- [ ] Sent the form

Still to do:

- [ ] Call, as [the site](https://example.org) says
  - [ ] before noon

::write-on[Which exams?]{lines=2}

::write-on[A long story]{lines=40}
`;

let sheet = new Uint8Array();

beforeAll(async () => {
  const [artifact] = await built({ "article.md": article }, ["handout"]);
  sheet = new Uint8Array(artifact?.bytes ?? []);
});

interface Widget {
  readonly id: string;
  readonly subtype: string;
  readonly fieldName: string;
  readonly fieldType: string;
  readonly fieldValue: unknown;
  readonly alternativeText: string;
  readonly multiLine?: boolean;
  readonly rect: readonly [number, number, number, number];
  readonly defaultAppearanceData?: { readonly fontSize: number };
}

/** As pdf.js, which shares no code with what wrote them, sees the fields, page by page. */
async function widgetsOf(bytes: Uint8Array): Promise<Widget[]> {
  const { document } = await openPdf(bytes);
  const pages = Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1));
  const annotations = await Promise.all(pages.map(async (page) => (await page).getAnnotations()));
  return (annotations.flat() as Widget[]).filter(({ subtype }) => subtype === "Widget");
}

const name = PDFName.of.bind(PDFName);

describe("fields", () => {
  test("have names, tooltips, kinds and states, in the order of the text", async () => {
    const widgets = await widgetsOf(sheet);
    expect(
      widgets.map((widget) => [widget.fieldName, widget.alternativeText, widget.fieldType, widget.fieldValue]),
    ).toEqual([
      ["check-your-dates", "Check your dates.", "Btn", "Off"],
      ["read-the-rules", "Read the rules.", "Btn", "Yes"],
      ["in-full", "in full", "Tx", ""],
      ["your-answer", "Your answer", "Tx", ""],
      ["day", "Day", "Tx", ""],
      ["day-2", "Day", "Tx", ""],
      ["call-as-the-site-says", "Call, as the site says", "Btn", "Off"],
      ["before-noon", "before noon", "Btn", "Off"],
      ["which-exams", "Which exams?", "Tx", ""],
      ["a-long-story", "A long story", "Tx", ""],
      ["a-long-story (2)", "A long story (2)", "Tx", ""],
    ]);
    expect(widgets.map(({ multiLine }) => multiLine ?? false).indexOf(true)).toBe(8);
  });

  test("are as wide as specified, high enough for letters, and ruled line by line", async () => {
    const widgets = await widgetsOf(sheet);
    const field = widgets.find(({ fieldName }) => fieldName === "in-full");
    const [left = 0, bottom = 0, right = 0, top = 0] = field?.rect ?? [];
    expect((right - left) / 72 / 0.039_370_1).toBeCloseTo(60, 0);
    expect(top - bottom).toBeGreaterThan(12);
    const lines = widgets.find(({ fieldName }) => fieldName === "which-exams");
    const [, low = 0, , high = 0] = lines?.rect ?? [];
    expect((lines?.defaultAppearanceData?.fontSize ?? 0) * 1.35 * 2).toBeCloseTo(high - low, 0);
  });

  test("are Forms with a field and nothing else, boxes as the labels of their items; a list with a tick is content", async () => {
    const tree = (await openPdf(sheet)).trees.join("");
    expect(tree).toContain("LI(Lbl(Form())LBody(Check yourSpan( dates).))");
    expect(tree).toContain("P(Your name: inSpan( full)Form() , andForm())");
    expect(tree).toContain("TD( DayForm())");
    expect(tree).toContain("LI(Lbl(Figure[Done]())LBody(Wrote to the office))");
    expect(tree).toContain("P(Which exams?)Form()P(A long story)Form()");
    expect(tree).not.toContain("Space to write");
  });

  test("keep values that are typed into them when pdf.js saves them, and look alike", async () => {
    const document = await getDocument({ data: sheet.slice(), verbosity: 0 }).promise;
    for (const { id, fieldType, fieldName } of await widgetsOf(sheet)) {
      const value = fieldName.startsWith("which") ? "Step 1,\nand Step 2" : "Zoë O’Brien";
      document.annotationStorage.setValue(id, { value: fieldType === "Btn" || value });
    }
    const saved = await document.saveDocument();
    const values = new Map((await widgetsOf(saved)).map((widget) => [widget.fieldName, widget.fieldValue]));
    expect(values.get("in-full")).toBe("Zoë O’Brien");
    expect(values.get("which-exams")).toBe("Step 1,\nand Step 2");
    expect(values.get("check-your-dates")).toBe("Yes");
    const form = (await PDFDocument.load(saved, { updateMetadata: false })).getForm();
    const appearances = form.getTextField("in-full").acroField.dict.lookup(name("AP"), PDFDict);
    const appearance = appearances.lookup(name("N")) as PDFRawStream;
    expect(Buffer.from(decodePDFRawStream(appearance).decode()).toString("latin1")).toContain("Zo\u00EB O\u0092Brien");
  });

  test("keep the values that a library fills in", async () => {
    const document = await PDFDocument.load(sheet, { updateMetadata: false });
    for (const field of document.getForm().getFields()) if (field instanceof PDFTextField) field.setText("Typed");
    document.getForm().getCheckBox("read-the-rules").uncheck();
    const values = new Map(
      (await widgetsOf(await document.save())).map((widget) => [widget.fieldName, widget.fieldValue]),
    );
    expect(values.get("a-long-story")).toBe("Typed");
    expect(values.get("read-the-rules")).toBe("Off");
  });

  test("are not there where the article does not want them", async () => {
    const plain = article.replace(
      "language: en",
      "language: en\ntemplate: { name: handout, options: { fillable: false } }",
    );
    const [artifact] = await built({ "article.md": plain }, ["handout"]);
    const bytes = artifact?.bytes ?? new Uint8Array();
    expect(await widgetsOf(bytes)).toEqual([]);
    expect((await openPdf(bytes)).trees.join("")).toContain("P(Which exams?)Figure[Space to write]()");
    expect((await PDFDocument.load(bytes, { updateMetadata: false })).catalog.has(name("AcroForm"))).toBe(false);
  });
});

describe("a file is refused", () => {
  /** What is said about the sheet after a change to one of its fields. */
  async function checkAfter(field: string, change: (dict: PDFDict, document: PDFDocument) => void): Promise<string> {
    const document = await PDFDocument.load(sheet, { updateMetadata: false });
    const dicts = document.context.enumerateIndirectObjects().map(([, object]) => object);
    const found = dicts.find((dict) => dict instanceof PDFDict && text(dict) === field) as PDFDict;
    change(found, document);
    const bytes = await document.save({ useObjectStreams: true, updateFieldAppearances: false });
    const outline = [{ id: "the-sheet", title: "The sheet", depth: 2, children: [] }];
    const expected = { title: "A sheet", language: "en", modified: new Date("2026-11-01"), outline };
    return (await verifyPdf(bytes, { file: "sheet.pdf", standard: "ua-1", expectation: expected }))
      .map(({ message }) => message)
      .join("\n");
  }

  function text(dict: PDFDict): string | undefined {
    const value = dict.get(name("T"));
    return value instanceof PDFHexString ? value.decodeText() : undefined;
  }

  const form = ({ catalog }: PDFDocument): PDFDict => catalog.lookup(name("AcroForm"), PDFDict);

  const changes: Readonly<Record<string, readonly [(dict: PDFDict, document: PDFDocument) => void, string]>> = {
    "whose field has no words": [(dict) => dict.delete(name("TU")), "(28-005;"],
    "whose field is tagged as a link": [
      (dict, { context }) => {
        const all = context.enumerateIndirectObjects().map(([, object]) => object);
        const tag = all.find((item) => item instanceof PDFDict && holds(item, dict)) as PDFDict;
        tag.set(name("S"), name("Link"));
      },
      "(28-010;",
    ],
    "whose field is hidden": [(dict, { context }) => dict.set(name("F"), context.obj(6)), "(6.3.2-1;"],
    "whose field has no look": [(dict) => dict.delete(name("AP")), "(6.3.3-1;"],
    "whose field runs something": [(dict, { context }) => dict.set(name("AA"), context.obj({})), "(6.4.1-1;"],
    "that leaves the look to others": [
      (_, document) => form(document).set(name("NeedAppearances"), document.context.obj(true)),
      "(6.4.1-3;",
    ],
  };

  function holds(tag: PDFDict, field: PDFDict): boolean {
    const kids = tag.has(name("S")) ? tag.lookup(name("K")) : undefined;
    const first = kids instanceof PDFArray ? kids.lookup(0) : undefined;
    return first instanceof PDFDict && first.lookup(name("Obj")) === field;
  }

  test("none without a change", async () => {
    expect(await checkAfter("day", () => undefined)).toBe("");
  });

  test.each(Object.entries(changes))("%s", async (_, [change, message]) => {
    expect(await checkAfter("day", change)).toContain(message);
  });
});
