import type { Html, Root } from "mdast";
import { visit } from "../model/visit.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceFile } from "../model/source.ts";

/** Kinds of raw HTML that continue up to their end, even over empty lines (CommonMark 0.31, 4.6, 1 to 5). */
const kinds = [
  { opens: /<!--/g, closes: "-->", name: "comment" },
  { opens: /<\?/g, closes: "?>", name: "instruction" },
  { opens: /<!\[CDATA\[/g, closes: "]]>", name: "CDATA section" },
  { opens: /<![a-z]/gi, closes: ">", name: "declaration" },
  { opens: /<(?:script|style|textarea)(?=[\s>])/gi, closes: /<\/(?:script|style|textarea)>/i, name: "element" },
  { opens: /<pre(?=[\s>])/gi, closes: /<\/pre>/i, name: "element" },
] as const;

/** The content after such a tag is text; after other tags it is code, except for a style without rules. */
const ofText = /^<(?:pre|textarea|style(?![^{]*\{))/i;

/** Maximum number of repairs, because each parses the whole text again. */
const maxRepairs = 4;

/** Kinds that no author intends to continue over an empty line: a distant end would swallow the text between. */
const ofParagraph: readonly string[] = ["declaration", "instruction"];

/** Maximum number of characters of an intended declaration or instruction. */
const maxLength = 2000;

type Kind = (typeof kinds)[number];

/**
 * Removes the openings of such HTML that is never closed, up to the next empty line or only the tag: the parser would
 * take all that follows as part of it. Keeps the lines.
 */
export function endUnclosedHtml(
  file: SourceFile,
  linesBefore: number,
  parse: (text: string) => Root,
): { text: string; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  let text = withoutCrowds(file, diagnostics);
  for (let round = 0; kinds.some((kind) => mayBeOpen(text, kind)); round += 1) {
    const found = findUnclosed(parse(withoutFirst(text, linesBefore)), round < maxRepairs);
    if (!found) break;
    const { node, kind } = found;
    // A block includes the spaces before it.
    const start = (node.position?.start.offset ?? 0) + node.value.search(kind.opens);
    // Thousands of them are not mistakes: their openings are removed, and what follows is text.
    const { end, what } = round < maxRepairs ? endOf(text, start, kind) : { end: start, what: "its mark is left out" };
    text = text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end);
    if (round === maxRepairs) text = text.slice(0, start) + text.slice(start).replaceAll(kind.opens, blank);
    const how = node.value.includes(String(kind.closes)) ? "is not closed in its paragraph" : "is never closed";
    const message = `The ${kind.name} that begins here ${how}; ${what}.`;
    const hint = typeof kind.closes === "string" ? `Close it with "${kind.closes}".` : "Close it with its end tag.";
    diagnostics.push(diagnostic("htmlClosed", message, hint, { file: file.shown, position: node.position }));
  }
  return { text, diagnostics };
}

/** Number of unclosed openings from which they are removed: the parser searches the whole block for the end of each. */
const crowd = 1000;

/** Removes the openings of a kind if there is a crowd of them after its last end. */
function withoutCrowds(file: SourceFile, diagnostics: Diagnostic[]): string {
  return kinds.reduce((text, { opens, closes, name }) => {
    const from = typeof closes === "string" ? text.lastIndexOf(closes) + 1 : 0;
    const open = typeof closes === "string" ? Array.from(text.slice(from).matchAll(opens), ({ index }) => index) : [];
    if (open.length <= crowd) return text;
    const line = text.slice(0, from + (open[0] ?? 0)).split("\n").length;
    const message = `From here on ${open.length} marks of a ${name} are never closed; they are left out.`;
    const position = { start: { line, column: 1 } };
    diagnostics.push(
      diagnostic("htmlClosed", message, `Close each with "${String(closes)}".`, { file: file.shown, position }),
    );
    return text.slice(0, from) + text.slice(from).replaceAll(opens, "");
  }, file.text);
}

/** Replaces the front matter by spaces. */
function withoutFirst(text: string, lines: number): string {
  return text
    .split("\n")
    .map((line, index) => (index < lines ? " ".repeat(line.length) : line))
    .join("\n");
}

function endsInParagraph(text: string, closes: string): boolean {
  const end = text.indexOf(closes);
  return end >= 0 && !/\n[ \t>]*\n/.test(text.slice(0, end));
}

/** Fast check; may only err towards a closer look. */
function mayBeOpen(text: string, { opens, closes, name }: Kind): boolean {
  let last = -1;
  for (const { index } of text.matchAll(opens)) {
    last = index;
    if (ofParagraph.includes(name) && !endsInParagraph(text.slice(index, index + maxLength), String(closes)))
      return true;
  }
  if (last < 0) return false;
  return typeof closes === "string" ? !text.includes(closes, last) : !closes.test(text.slice(last));
}

function findUnclosed(tree: Root, isStrict: boolean): { readonly node: Html; readonly kind: Kind } | undefined {
  let found: { node: Html; kind: Kind } | undefined;
  visit(tree, "html", (node, index, parent) => {
    const kind = kinds.find(({ opens }) => node.value.trimStart().search(opens) === 0);
    if (!kind || found) return;
    const { closes, name } = kind;
    // Beyond the maximum of repairs, an instruction that is closed anywhere is left as it is: its mark may be code.
    const isOfParagraph = name === "declaration" || (name === "instruction" && isStrict);
    // In inline HTML each tag is a separate node.
    const beside = parent?.children.slice(index) ?? [];
    const isClosed =
      typeof closes === "string"
        ? node.value.includes(closes) && (!isOfParagraph || endsInParagraph(node.value, closes))
        : beside.some((sibling) => sibling.type === "html" && closes.test(sibling.value));
    if (!isClosed) found = { node, kind };
  });
  return found;
}

/**
 * Returns where removal ends: at the next empty line, also in a quotation. `--!>` ends a comment in HTML; before text
 * only the tag is removed.
 */
function endOf(text: string, start: number, { name }: Kind): { readonly end: number; readonly what: string } {
  const gap = /\n[ \t>]*(?:\n|$)/g;
  gap.lastIndex = start;
  const paragraph = gap.exec(text)?.index ?? text.length;
  const block = text.slice(start, paragraph);
  const tag = ofText.test(block) ? block.indexOf(">") + 1 : 0;
  if (tag > 0) return { end: start + tag, what: "its tag is left out" };
  const mark = name === "comment" ? block.indexOf("--!>", 2) : -1;
  if (mark > 0) return { end: start + mark + 4, what: 'it ends at "--!>"' };
  // HTML has no processing instructions: what looks like one ends with the first ">" (WHATWG HTML, 13.2.5.41).
  const sign = name === "instruction" ? block.indexOf(">") : -1;
  if (sign > 0) return { end: start + sign + 1, what: 'it ends at ">"' };
  return { end: paragraph, what: "it is left out up to the next empty line" };
}

/** Replacing the characters by spaces could turn what follows into code. */
function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, "");
}
