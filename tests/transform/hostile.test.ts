import { describe, expect, test } from "vitest";
import { faultsOf, prepareText } from "../support/tree-faults.ts";

// Texts that no author would write must neither throw nor bring anything into a document that does not belong there.

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

describe("much of one thing", () => {
  test.each([
    ["opening brackets", "[".repeat(4000)],
    ["brackets in brackets", "[".repeat(1000) + "]".repeat(1000)],
    ["stars", "*".repeat(5000)],
    ["stars that open", "*a **a ".repeat(1000)],
    ["opening braces", "{#a ".repeat(5000)],
    ["spans", "[a]{.b} ".repeat(500)],
    ["colons", " :a".repeat(1000)],
    ["quotation marks", `"a 'b `.repeat(1000)],
    ["backticks", lines(200, (index) => "`".repeat(index))],
    ["unknown tags", "<x>".repeat(150)],
    ["dollars", "$a ".repeat(2000)],
    ["dollars that close", "$a$$b$ ".repeat(300)],
    ["references", "[@sec:a".repeat(1000)],
    ["tags that swallow", "<title> <script ".repeat(1000)],
    ["footnotes", `${lines(300, (index) => `a[^${index}]`)}\n\n${lines(300, (index) => `[^${index}]: b`)}`],
    ["uses of a footnote", `${"a[^1] ".repeat(300)}\n\n[^1]: b`],
    ["rows", `| a | b |\n| - | - |\n${"| c | *d* |\n".repeat(300)}`],
    ["equal headings", "## Same\n\n".repeat(500)],
    ["nested lists", lines(60, (index) => `${"  ".repeat(index)}- a`)],
    ["nested directives", lines(30, () => ":::note")],
  ])("%s", async (_, text) => {
    const outcome = await prepareText(`# Title\n\n${text}\n`);
    expect(outcome.ok && faultsOf(outcome.value)).toEqual([]);
  });
});
