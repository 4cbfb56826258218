import { describe, expect, test } from "vitest";
import { readToUnicode, writeUnicodeMap } from "../../../src/formats/pdf/read/to-unicode.ts";

const cmap = (body: string): string => `/CMapName /Adobe-Identity-UCS def\n${body}\nendcmap`;

describe("a ToUnicode CMap (ISO 32000-1, 9.10.3)", () => {
  test("a range with an array names each code by itself", () => {
    const read = readToUnicode(cmap("1 beginbfrange\n<0005> <0007> [<0041> <00660066> <D83DDE00>]\nendbfrange"));
    expect([...read]).toEqual([
      [5, "A"],
      [6, "ff"],
      [7, "😀"],
    ]);
  });

  test("ranges with and without arrays can share a list", () => {
    const ranges = ["<0001> <0002> <0061>", "<0003> <0004> [ <0078> <0079> ]", "<0005> <0006> <0063>"];
    const read = readToUnicode(cmap(`3 beginbfrange\n${ranges.join("\n")}\nendbfrange`));
    expect([...read.values()].join("")).toBe("abxycd");
  });

  test("a range of one string increments its last character, beyond the first plane too", () => {
    const read = readToUnicode(cmap("2 beginbfrange\n<0001> <0003> <00660069>\n<0010><0011><D835DC00>\nendbfrange"));
    expect([...read.values()]).toEqual(["fi", "fj", "fk", "𝐀", "𝐁"]);
  });

  test("stored values are read again", () => {
    const map = new Map([
      [1, "a"],
      [300, "ffi"],
      [65_535, "😀"],
    ]);
    expect(readToUnicode(writeUnicodeMap(map, 2))).toEqual(map);
  });
});
