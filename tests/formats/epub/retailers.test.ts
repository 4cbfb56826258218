import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyEpub } from "../../../src/formats/epub/check.ts";
import { openBook } from "../../../src/formats/epub/check/open-book.ts";
import { checkRetailers } from "../../../src/formats/epub/check/retailers/retailers.ts";
import { type OpenedEpub, epubOf } from "../../support/epub.ts";
import { printDiagnostics } from "../../support/prepare.ts";

const wide = Array.from({ length: 11 }, (_, index) => `C${index}`).join(" | ");
const text = `# Shops

| ${wide} |
| ${wide.replaceAll(/C\d+/g, "-")} |
| ${wide} |

| A | B |
| - | - |
${"| x | y |\n".repeat(99)}
<table><tr><th>A</th></tr><tr><td><table><tr><th>B</th></tr></table></td></tr></table>

![Waves that move.](waves.gif)

![A photograph.](photo.jpg)
`;

let book: OpenedEpub;

beforeAll(async () => {
  const frame = { width: 2400, height: 1200, channels: 3, background: "#224" } as const;
  const still = await sharp({ create: frame }).png().toBuffer();
  const other = await sharp({ create: { ...frame, background: "#fa2" } })
    .png()
    .toBuffer();
  // A picture that moves is carried as it is; frames stand below each other in it.
  const waves = await sharp([still, other], { join: { animated: true } })
    .gif()
    .toBuffer();
  const photo = await sharp({ create: { ...frame, width: 4000, height: 3000 } })
    .jpeg()
    .toBuffer();
  book = await epubOf({ "book.md": text, "waves.gif": new Uint8Array(waves), "photo.jpg": new Uint8Array(photo) });
});

const messages = (): string =>
  printDiagnostics(book.diagnostics.filter(({ rule }) => rule.startsWith("retailer"))).replaceAll(
    /^\S*book\.md/gm,
    "book.md",
  );

describe("retailers' requirements are warnings at the line of the text", () => {
  test("tables", () => {
    const lines = messages().split("\n");
    expect(lines.filter((line) => line.includes("retailerTables")).map((line) => line.replace(/ \(.*/, ""))).toEqual([
      "book.md:109:35 warning retailerTables A table is nested in a table.",
      "book.md:3:1 warning retailerTables A table has 2 rows and 11 columns.",
    ]);
  });

  test("pictures are resized without a finding", () => {
    expect(messages()).not.toContain("photo.jpg");
  });
});

describe("content of a book that only another program could have written", () => {
  const asked = async (files: Readonly<Record<string, Uint8Array>>, bytes = book.bytes): Promise<string> => {
    const open = openBook(book.bytes);
    return printDiagnostics(await checkRetailers({ ...open, bytes, files: { ...open.files, ...files } }, "book.epub"));
  };

  test("is noticed too: large and heavy pictures, fonts of another kind, a book that is too heavy", async () => {
    const huge = await sharp({ create: { width: 2400, height: 2400, channels: 3, background: "#224" } })
      .png()
      .toBuffer();
    const found = await asked(
      {
        "EPUB/huge.png": new Uint8Array(huge),
        "EPUB/images/photo.jpg": new Uint8Array([
          ...(book.files["EPUB/images/photo.jpg"] ?? []),
          ...new Uint8Array(6e6),
        ]),
        "EPUB/fonts/a.woff2": new TextEncoder().encode("wOF2"),
      },
      new Uint8Array(101 * 2 ** 20),
    );
    expect(found).toContain("warning retailerImages The picture EPUB/huge.png has 2400 × 2400 pixels. (Apple");
    expect(found).toMatch(/warning retailerImages The picture EPUB\/images\/photo\.jpg has 5\.\d MiB\. \(Amazon/);
    expect(found).toContain(
      "warning retailerFiles The font EPUB/fonts/a.woff2 is neither TrueType nor OpenType. (Amazon",
    );
    expect(found).toContain("warning retailerFiles The book has 101 MiB. (Kobo");
  });

  test("but not in our own", async () => {
    const diagnostics = await verifyEpub(book.bytes, "book.epub");
    expect(printDiagnostics(diagnostics)).not.toMatch(/retailerImages|retailerFiles/);
  });
});
