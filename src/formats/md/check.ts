import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { visit } from "../../model/visit.ts";
import type { CheckSuite } from "../../model/check-suite.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { lostWords } from "../../template/plain/lost-words.ts";

/** The check suite of every Markdown file. */
export const markdownSuite: CheckSuite = {
  id: "markdown",
  title: "Markdown: every word, no raw HTML",
  rules: [],
  parts: [{ source: "GitHub Flavored Markdown" }],
};

/** Checks that the file, read again as GFM, has every word of the publication and no raw HTML. */
export function verifyMarkdown(bytes: Uint8Array, words: readonly string[], file: string): Diagnostic[] {
  const tree = fromMarkdown(new TextDecoder("utf-8", { fatal: true }).decode(bytes), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const read: string[] = [];
  const faults: string[] = [];
  visit(tree, (node) => {
    if (node.type === "html") faults.push(`There is raw HTML: ${node.value}`);
    if ("value" in node) read.push(node.value);
  });
  const [lost, ...more] = lostWords(words, read.join(" "));
  if (lost !== undefined)
    faults.push(`What follows is not in the file as it is in the text: ${[lost, ...more].join(" ")}`);
  return faults.map((fault) => diagnostic("textValid", fault, undefined, { file }));
}
