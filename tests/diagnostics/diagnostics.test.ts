import { describe, expect, test } from "vitest";
import { didYouMean, nearest } from "../../src/diagnostics/nearest.ts";
import { diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { inReadingOrder } from "../../src/diagnostics/order.ts";
import { relevel } from "../../src/diagnostics/relevel.ts";

const at = (file: string, line?: number, column = 1) =>
  diagnostic("htmlSupported", `${file} ${line} ${column}`, undefined, {
    file,
    position: line === undefined ? undefined : { start: { line, column } },
  });

describe("note", () => {
  test("takes severity and concern from the rule, and places without their offsets", () => {
    const start = { line: 2, column: 3, offset: 9 };
    expect(diagnostic("imageExists", "No.", "Look.", { file: "a.md", position: { start, end: start } })).toEqual({
      rule: "imageExists",
      severity: "warning",
      concern: "work",
      message: "No.",
      hint: "Look.",
      file: "a.md",
      place: { line: 2, column: 3 },
      end: { line: 2, column: 3 },
    });
    expect(diagnostic("sourceExists", "No.")).toEqual({
      rule: "sourceExists",
      severity: "error",
      concern: "request",
      message: "No.",
    });
  });

  test("lets no article steer a terminal", () => {
    expect(diagnostic("htmlSupported", "a\u001B[31mb\u0007", "c\r\nd\te")).toMatchObject({
      message: "a�[31mb�",
      hint: "c�\nd�e",
    });
  });
});

test("reading order: files as they come, each from top to bottom, the whole file before its lines", () => {
  const diagnostics = [at("b", 9), at("a", 2, 10), at("b"), at("a", 2, 9), at("b", 10), at("a", 10)];
  expect(inReadingOrder(diagnostics).map(({ message }) => message)).toEqual([
    "b undefined 1",
    "b 9 1",
    "b 10 1",
    "a 2 9",
    "a 2 10",
    "a 10 1",
  ]);
});

describe("relevel", () => {
  const diagnostics = [
    diagnostic("yamlParses", "error", undefined, { file: "content/a/article.md" }),
    diagnostic("htmlSupported", "warning", undefined, { file: "content/a/article.md" }),
    diagnostic("headingIdStable", "info", undefined, { file: "content/b/article.md" }),
  ];
  const severities = (levels: Parameters<typeof relevel>[1]) =>
    relevel(diagnostics, levels).map(({ message, severity }) => `${message}: ${severity}`);

  test("nothing asked, nothing changed", () => {
    expect(severities({})).toEqual(["error: error", "warning: warning", "info: info"]);
  });

  test("errors stay, whatever is asked", () => {
    expect(severities({ rules: { yamlParses: "off", htmlSupported: "off", headingIdStable: "error" } })).toEqual([
      "error: error",
      "info: error",
    ]);
  });

  test("the last override that fits the path wins", () => {
    const overrides = [
      { paths: ["content/"], rules: { htmlSupported: "error" } },
      { paths: ["content/a/"], rules: { htmlSupported: "info" } },
      { paths: ["content/b/"], rules: { headingIdStable: "warning", htmlSupported: "off" } },
    ] as const;
    expect(severities({ rules: { htmlSupported: "off" }, overrides })).toEqual([
      "error: error",
      "warning: info",
      "info: warning",
    ]);
  });

  test("strict makes errors of the warnings that are left", () => {
    expect(severities({ strict: true, rules: { headingIdStable: "warning" } })).toEqual([
      "error: error",
      "warning: error",
      "info: error",
    ]);
  });
});

test.each([
  ["titel", ["title", "subtitle"], "title"],
  ["TITLE", ["title"], "title"],
  ["kewords", ["title", "keywords"], "keywords"],
  ["xyz", ["title", "keywords"], undefined],
  ["zz", ["a"], undefined],
  ["anything", [], undefined],
])("nearest to %j of %j is %j", (word, candidates, found) => {
  expect(nearest(word, candidates)).toBe(found);
  expect(didYouMean(word, candidates)).toBe(found === undefined ? undefined : `Did you mean "${found}"?`);
});
