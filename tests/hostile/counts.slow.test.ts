import { describe, expect, test } from "vitest";
import { beyondReading } from "../../src/parse/measure-text.ts";
import { expectHeld } from "../support/attack.ts";

const many = (count: number, make: (index: number) => string, between = "\n"): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(between);

const expectText = (body: string, ...says: RegExp[]) =>
  expectHeld({ files: `# T\n\n${body}\n\nKept.\n`, mayBeRefused: true, says, within: 60_000 });

describe("refuses input beyond a limit at once, at its line", () => {
  const attacks: Record<string, [body: string, says: RegExp]> = {
    "empty lines": ["\n".repeat(7_900_000), /article\.md:200001:1 .*sourceSize The text has more than/],
    "lines of spaces": [" \n".repeat(3_900_000), /article\.md:200001:1 .*sourceSize/],
    "references to one note": [
      `[^a]: N\n\n${many(100_000, () => "x[^a]", " ")}`,
      /article\.md:5:1 .*sourceSize From here/,
    ],
    "references in lines": [`[^a]: N\n\n${many(100_000, () => "x[^a]")}`, /article\.md:5:1 .*sourceSize From here/],
    "opening brackets": ["[".repeat(100_000), /article\.md:3:1 .*sourceSize From here/],
    "openings of links": ["[a](".repeat(50_000), /article\.md:3:1 .*sourceSize From here/],
    "openings of pictures": ["![[".repeat(50_000), /article\.md:3:1 .*sourceSize From here/],
    quotations: [`${">".repeat(2000)} x`, /article\.md:3:1 .*sourceSize This line is nested/],
    lists: [`${"- ".repeat(2000)} x`, /article\.md:3:1 .*sourceSize This line is nested/],
    indentation: [many(500, (n) => `${"  ".repeat(n)}- x`), /sourceSize This line is nested/],
    directives: [many(2000, () => "::::note"), /article\.md:403:1 .*sourceSize More than 400 directives are open here/],
    "a long line": ["w".repeat(2_000_000), /article\.md:3:1 .*sourceSize This line is longer/],
  };
  test.each(Object.entries(attacks))("%s", (_, [body, says]) => expectText(body, says));
});

test("blocks inside a block are counted separately", () => {
  const text = ["- [x](#t)", "| [x](#t) |", "[x]: #t"].map((line) => `${line}\n`.repeat(4500)).join("");
  const file = { path: "/a.md", shown: "a.md", text, sha256: "", modified: new Date(0) };
  expect(beyondReading(file)).toBeUndefined();
  expect(beyondReading({ ...file, text: text.replaceAll("- ", "") })?.rule).toBe("sourceSize");
});
