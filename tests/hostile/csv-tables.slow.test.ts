import { describe, expect, test } from "vitest";
import { expectHeld } from "../support/attack.ts";
import { prepareSource, printDiagnostics } from "../support/prepare.ts";
import { printBody } from "../support/print-body.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

// Data files of `::table`: the text around the table stays, and what is not in the table is told.

const article = "# T\n\nBefore.\n\n::table[x]{src=d.csv}\n\nKept.\n";

/** `rows` × `columns` cells. */
const grid = (rows: number, columns: number, cell: string): string =>
  `${Array.from({ length: columns }, () => cell).join(",")}\n`.repeat(rows);

async function read(data: string | Uint8Array) {
  const folder = await temporaryFolder({ "article.md": article, "d.csv": data });
  const outcome = await prepareSource(worldIn(folder), ".");
  const text = outcome.ok ? outcome.value.chapters.map(({ body }) => printBody(body.children)).join("") : "";
  return { text, printed: printDiagnostics(outcome.diagnostics) };
}

describe("what cannot be shown whole is left out with a finding", () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ["a million cells", grid(1000, 1000, "a"), /There are 1000 rows and 1000 columns; .* the rest is left out/],
    ["a million rows", `a\n${"1\n".repeat(1_000_000)}`, /d\.csv|rows/],
    ["100,000 columns", `${"a,".repeat(100_000)}b\n${"1,".repeat(100_000)}2\n`, /columns/],
    ["an open quotation mark", `a,b\n1,"${"x,\n".repeat(50_000)}`, /d\.csv/],
    ["an open quotation mark in the first line", `"a,b\n1,2\n`, /d\.csv/],
    ["text behind a closing quotation mark", 'a,b\n"1"2,3\n"4" 5,6\n', /./],
    [
      "rows of different lengths",
      `a,b\n1\n1,2,3,4\n\n,\n${"1,".repeat(40)}\n`,
      /Row 1 has 2 values, and the longest 41/,
    ],
    ["nothing", "", /./],
    ["line ends alone", "\n\r\r\n\n", /./],
    ["UTF-16 without a mark", Buffer.from("a,b\n1,2\n", "utf16le"), /d\.csv|article\.md:5/],
    ["half a character", Buffer.from("a,b\n1,\xe2\x82", "latin1"), /d\.csv/],
  ])("%s", async (_, data, says) => {
    const files = { "article.md": article, "d.csv": data };
    await expectHeld({ files, has: ["Before."], says: [says], within: 20_000 });
    expect((await read(data)).text.includes("<p>Kept.</p>")).toBe(true);
  });

  test.each<[string, string | Uint8Array]>([
    ["zero bytes", "a,b\n1\u0000,2\n"],
    ["a picture", Uint8Array.from({ length: 4096 }, (_, n) => (n * 7919) % 256)],
  ])("a file with %s is no source, which is an error at its place", (_, data) =>
    expectHeld({
      files: { "article.md": article, "d.csv": data },
      isRefused: true,
      says: [/d\.csv:\d+:\d+ error sourceIsText/],
    }),
  );
});

describe("encodings and line ends that spreadsheets write are read", () => {
  test.each<[string, Uint8Array]>([
    ["UTF-8 with a mark", Buffer.from("\ufeffé,b\r\n1,2\r\n")],
    ["UTF-16 with a mark, little-endian", Buffer.from("\ufeffé,b\r\n1,2\r\n", "utf16le")],
    ["UTF-16 with a mark, big-endian", Buffer.from("\ufeffé,b\r\n1,2\r\n", "utf16le").swap16()],
    ["Windows-1252", Buffer.from("é,b\r\n1,2\r\n", "latin1")],
    ["carriage returns alone", Buffer.from("é,b\r1,2\r")],
    ["a mark and a named delimiter", Buffer.from("\ufeffsep=;\r\né;b\r\n1;2\r\n")],
  ])("%s", async (_, data) => {
    const { text, printed } = await read(data);
    expect(text, printed).toMatch(/>é<\/th>[^]*>b<\/th>[^]*>1<[^]*>2</);
  });
});
