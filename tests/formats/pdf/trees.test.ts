import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNull, PDFNumber, PDFRef, PDFStream } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser } from "../../../src/model/browser.ts";
import { decodeStream } from "../../support/decode-stream.ts";
import { openBrowser, preparePrinting, print } from "../../support/print-pdf.ts";
import { update } from "../../support/update-cases.ts";
import { printTree } from "../../support/structure-tree.ts";

// A case is an article `trees/<case>.md` and its structure tree on paper, `trees/<case>.txt`. All are printed at once, as
// the chapters of one publication. `UPDATE_CASES=1 npx vitest run tests/formats/pdf/trees.test.ts` writes the trees anew.

const folder = join(import.meta.dirname, "trees");
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".md"))
  .map((file) => file.slice(0, -3));

const started: { browser?: Browser; document?: PDFDocument } = {};
let trees: ReadonlyMap<string, string> = new Map();

const pdf = (): PDFDocument => {
  if (!started.document) throw new Error("Nothing has been printed.");
  return started.document;
};

beforeAll(async () => {
  started.browser = await openBrowser();
  const chapters = names.map((name) => `  - ${name}.md\n`).join("");
  const files: Record<string, string | Uint8Array> = {
    "publication.yaml": `title: Trees\nlanguage: en\ndate: 2026-01-01\nchapters:\n${chapters}`,
  };
  for (const file of readdirSync(folder)) {
    if (!file.endsWith(".txt")) files[file] = new Uint8Array(readFileSync(join(folder, file)));
  }
  const { bytes } = await print(await preparePrinting(files), started.browser);
  started.document = await PDFDocument.load(bytes, { updateMetadata: false });
  trees = byChapter(await printTree(bytes));
});

afterAll(() => started.browser?.close());

describe("the structure tree of", () => {
  test.each(names)("%s", (name) => {
    const path = join(folder, `${name}.txt`);
    const tree = trees.get(name) ?? "";
    if (update) writeFileSync(path, tree);
    expect(tree).toBe(readFileSync(path, "utf8"));
  });
});

/** A chapter is a section whose heading is its name. */
function byChapter(tree: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const section of tree.split(/^ {2}(?=Sect)/m).slice(1)) {
    const title = /^Sect.*\n *H2 "(.*)"$/m.exec(section)?.[1];
    if (title !== undefined) found.set(title, section.replaceAll(/^ {2}/gm, ""));
  }
  return found;
}

interface Part {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
}

function kids(dict: PDFDict): unknown[] {
  const object = dict.lookup(PDFName.of("K"));
  return object instanceof PDFArray ? object.asArray() : [dict.get(PDFName.of("K"))];
}

function elementsBelow(dict: PDFDict): Part[] {
  return kids(dict).flatMap((ref) => {
    const kid = ref instanceof PDFRef ? pdf().context.lookup(ref) : undefined;
    return ref instanceof PDFRef && kid instanceof PDFDict ? [{ ref, dict: kid }, ...elementsBelow(kid)] : [];
  });
}

const root = (): PDFDict => pdf().catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);

const owners = (): Map<number, unknown> => {
  const numbers = root().lookup(PDFName.of("ParentTree"), PDFDict).lookup(PDFName.of("Nums"), PDFArray).asArray();
  return new Map(
    numbers.flatMap((key, index) =>
      index % 2 === 0 && key instanceof PDFNumber ? [[key.asNumber(), numbers[index + 1]]] : [],
    ),
  );
};

describe("the objects of the tree", () => {
  test("know their children and parents", () => {
    const held = new Set<string>();
    for (const { ref, dict } of elementsBelow(root())) {
      for (const kid of kids(dict)) {
        const object = kid instanceof PDFDict ? kid : undefined;
        const annotation = object?.lookup(PDFName.of("Obj"));
        const number = object ? object.lookup(PDFName.of("MCID")) : kid;
        if (annotation instanceof PDFDict) {
          const key = annotation.lookup(PDFName.of("StructParent"), PDFNumber).asNumber();
          expect(owners().get(key)).toBe(ref);
          held.add(`annotation ${key}`);
        } else if (number instanceof PDFNumber) {
          const page = object?.lookup(PDFName.of("Pg")) ?? dict.lookup(PDFName.of("Pg"));
          const key = (page as PDFDict).lookup(PDFName.of("StructParents"), PDFNumber).asNumber();
          const marks = pdf().context.lookup(owners().get(key) as PDFRef, PDFArray);
          expect(marks.get(number.asNumber())).toBe(ref);
          held.add(`mark ${key} ${number.asNumber()}`);
        }
      }
    }
    for (const [key, owner] of owners()) {
      const marks = pdf().context.lookup(owner as PDFRef);
      if (!(marks instanceof PDFArray)) expect(held).toContain(`annotation ${key}`);
      else {
        const known = marks.asArray().flatMap((mark, index) => (mark === PDFNull ? [] : [`mark ${key} ${index}`]));
        expect(known.filter((text) => !held.has(text))).toEqual([]);
      }
    }
  });

  test("are never empty, cells excepted", () => {
    const empty = elementsBelow(root()).filter(({ dict }) => kids(dict).length === 0);
    expect(empty.map(({ dict }) => dict.get(PDFName.of("S"))?.toString())).toEqual([]);
  });

  test("hold every link of the pages", () => {
    const links = pdf()
      .getPages()
      .flatMap(({ node }) => node.Annots()?.asArray() ?? [])
      .map((ref) => pdf().context.lookup(ref, PDFDict));
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) {
      const key = link.lookup(PDFName.of("StructParent"), PDFNumber).asNumber();
      const owner = pdf().context.lookup(owners().get(key) as PDFRef, PDFDict);
      expect(owner.get(PDFName.of("S"))).toBe(PDFName.of("Link"));
    }
  });
});

describe("the pages", () => {
  const contents = (): string[] =>
    pdf()
      .getPages()
      .map(({ node }) => decodeStream(node.Contents()));

  test("distinguishes running headers, running footers and decoration", () => {
    const last = contents().at(-1) ?? "";
    expect(last).toMatch(
      /\/Artifact <<\/Type \/Pagination \/Subtype \/Header \/Attached \[\/Top\]>> BDC\s*q\s\/Header\d+ Do/,
    );
    expect(last).toMatch(
      /\/Artifact <<\/Type \/Pagination \/Subtype \/Footer \/Attached \[\/Bottom\]>> BDC\s*q\s\/Footer\d+ Do/,
    );
    const ruled = contents().find((content) => content.includes("/Artifact <</Type /Layout>> BDC")) ?? "";
    expect(ruled).toMatch(/\/Artifact <<\/Type \/Layout>> BDC\s*[\d. -]+re\s*f/);
    // The first page has no running head, and its title is no artifact.
    expect(contents()[0]).not.toContain("/Header");
  });

  test("contain no text drawn with the missing-glyph sign", () => {
    expect(contents().filter((content) => content.includes("<0000>"))).toEqual([]);
    // A box in its place, which is a character that nobody knows.
    expect(
      contents().some((content) => /\/Span <<\/ActualText <FEFFFFFD>>> BDC\s[^T]* m [^T]* h S\sEMC/.test(content)),
    ).toBe(true);
  });

  test("have no glyph whose meaning is U+0000", () => {
    const maps = pdf()
      .context.enumerateIndirectObjects()
      .flatMap(([, font]) => (font instanceof PDFDict ? [font.lookup(PDFName.of("ToUnicode"))] : []))
      .filter((stream) => stream instanceof PDFStream)
      .map((stream) => decodeStream(stream));
    expect(maps.length).toBeGreaterThan(3);
    for (const map of maps) expect(map).not.toMatch(/> <0000>/);
    // The dots of a letter that has its shape in common with others say which it is.
    expect(maps.some((map) => map.includes("<0628>") && map.includes("<064a>"))).toBe(true);
  });

  test("are led to by names of no more than 127 bytes", () => {
    const destinations = pdf().catalog.lookup(PDFName.of("Dests"), PDFDict);
    const lengths = destinations.keys().map((name) => name.decodeText().length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(127);
    // Shortened, and still led to.
    expect(trees.get("scripts")).toMatch(/Link to=scripts\.\S+\.[\da-f]{16} "To it/);
  });
});

test("bookmarks are open to the deepest level that can be seen at once", () => {
  const outline = pdf().catalog.lookup(PDFName.of("Outlines"), PDFDict);
  const count = (item: PDFDict): number => item.lookupMaybe(PDFName.of("Count"), PDFNumber)?.asNumber() ?? 0;
  const items = (parent: PDFDict): PDFDict[] => {
    const found: PDFDict[] = [];
    for (
      let item = parent.lookup(PDFName.of("First"));
      item instanceof PDFDict;
      item = item.lookup(PDFName.of("Next"))
    ) {
      found.push(item);
    }
    return found;
  };
  const all = (parent: PDFDict): PDFDict[] => items(parent).flatMap((item) => [item, ...all(item)]);
  expect(items(outline).length).toBe(names.length);
  expect(count(outline)).toBe(all(outline).length);
  for (const item of all(outline)) expect(count(item)).toBe(all(item).length);
});
