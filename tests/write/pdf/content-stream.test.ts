import { describe, expect, test } from "vitest";
import { readOperations } from "../../../src/formats/pdf/read/content-stream.ts";
import { unmarkedRuns } from "../../../src/formats/pdf/read/unmarked-runs.ts";

const operators = (stream: string): string[] => readOperations(stream).map(({ operator }) => operator);
const unmarked = (stream: string): string[] => unmarkedRuns(stream).map(({ start, end }) => stream.slice(start, end));

describe("distinguishes operators from operands", () => {
  test("numbers, names, arrays, dictionaries and booleans", () => {
    expect(operators("/GS0 gs -1 .5 +2. 0 0 1 cm [1 2] 0 d /P <</MCID 3/A true>> BDC EMC")).toEqual([
      "gs",
      "cm",
      "d",
      "BDC",
      "EMC",
    ]);
  });

  test("strings with brackets, escapes and operator-like content", () => {
    expect(operators(String.raw`(a (b) ET \) Q) Tj <00 ff> Tj [(x) -3 <AB>] TJ`)).toEqual(["Tj", "Tj", "TJ"]);
  });

  test("comments, and an inline image whose bytes look like operators", () => {
    expect(operators("q % Q Q Q\nBI /W 1 ID \u0000Q BT EI\nQ")).toEqual(["q", "BI", "ID", "EI", "Q"]);
  });

  test("operators without a space after their operands", () => {
    expect(operators("/P<</MCID 0>>BDC(x)Tj[(y)]TJ EMC")).toEqual(["BDC", "Tj", "TJ", "EMC"]);
  });
});

describe("paint outside marked content", () => {
  test("is nothing where all is marked", () => {
    expect(unmarked("q /P <</MCID 0>> BDC BT (x) Tj ET 0 0 1 1 re f EMC Q")).toEqual([]);
  });

  test("is a whole text object, not the state around it", () => {
    expect(unmarked("q 1 0 0 rg BT /F 9 Tf (x) Tj ET Q /P <</MCID 0>> BDC BT (y) Tj ET EMC")).toEqual([
      "BT /F 9 Tf (x) Tj ET",
    ]);
  });

  test("is not a clip, nor a text object that shows nothing", () => {
    expect(unmarked("0 0 9 9 re W n BT /F 9 Tf ET")).toEqual([]);
  });

  test("is a path from its first point, and a picture", () => {
    expect(unmarked("1 w 0 0 m 9 9 l S /P BMC EMC /X Do")).toEqual(["0 0 m 9 9 l S", "/X Do"]);
  });

  test("is content that other marks control, and no artifact", () => {
    const read = "BT /ReversedChars BMC /Span <</ActualText (x)>> BDC (y) Tj EMC EMC ET";
    expect(unmarked(`${read} /Artifact BMC BT (z) Tj ET EMC`)).toEqual([read]);
  });

  test("can be enclosed together until the state's stack or a mark divides it", () => {
    const runs = unmarkedRuns("BT (a) Tj ET BT (b) Tj ET q BT (c) Tj ET Q /P <</MCID 0>> BDC EMC BT (d) Tj ET");
    expect(runs.map(({ joins }) => joins)).toEqual([false, true, false, false]);
  });
});
