import type { Dialect, DialectLine } from "./dialect.ts";
import { LeftOut } from "./sites/left-out.ts";

const hidden = /^[ \t]*\\iffalse(?![a-zA-Z])/;
const shown = /\\fi(?![a-zA-Z])[ \t]*$/;
const quotation =
  /^[ \t]*\\begin\{(quote|quotation|verse|displayquote|flushright|flushleft|center)\}[ \t]*(\{?\\(?:slshape|itshape|em|small|footnotesize|sffamily)[ \t]*)?(.*)$/;
/** A definition of a command, which applies to the formulas of the whole text. */
const definition =
  /^[ \t]*(\\(?:newcommand|renewcommand|providecommand|DeclareMathOperator|g?def)(?![a-zA-Z]).*\})[ \t]*$/;
const quotes = /^(?:quote|quotation|verse|displayquote)$/;
/** Commands with braces up to three deep, and nothing else on the line. */
const alone =
  /^[ \t]*(?:\\(?!begin\b|end\b|item\b|(?:new|renew|provide)command\b|def\b|ref\b|eqref\b)[a-zA-Z]{3,}\*?(?:\[[^[\]]*\]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*[ \t]*)+$/;

/** Quotations, and texts on the right or in slanted type, which are quotations too; what `\iffalse` hides is dropped. */
export const texQuotations: Dialect = {
  name: "quotations and definitions of LaTeX (\\begin{quote}, \\newcommand)",
  read(lines, { report }) {
    const read = new Map<number, string>();
    const leftOut = new LeftOut("LaTeX", "Remove it, or write it as a comment: <!-- … -->.");
    for (let index = 0; index < lines.length; index += 1) {
      const { line, text } = lines[index] as DialectLine;
      const [, defined] = definition.exec(text) ?? [];
      if (defined !== undefined) read.set(line, defined.includes("$") ? "" : `$${defined}$`);
      const isHidden = hidden.test(text);
      const [, name = "", type, rest = ""] = quotation.exec(text) ?? [];
      const isQuoted = quotes.test(name) || type !== undefined;
      if (!isHidden && !isQuoted) continue;
      const isLast = (each: string) => (isHidden ? shown.test(each) : each.includes(`\\end{${name}}`));
      const last = lines.findIndex((each, at) => at >= index && isLast(each.text));
      if (last < 0) continue;
      for (const each of lines.slice(index, last + 1)) read.set(each.line, isHidden ? "" : quoted(each.text));
      if (isHidden) leftOut.add(line, "\\iffalse … \\fi");
      else read.set(line, quoted(rest)).set(lines[last]?.line ?? line, "");
      index = last;
    }
    leftOut.report(report);
    return read;
  },
};

/** Drops lines that are nothing but commands which only LaTeX knows, as pandoc does, and reports them. */
export const texLines: Dialect = {
  name: "lines of LaTeX",
  saysItself: true,
  read(lines, { report }) {
    const leftOut = new LeftOut("LaTeX", "Only LaTeX knows them; write Markdown.");
    const found = outsideEnvironments(lines).filter(({ text }) => text.includes("\\") && alone.test(text));
    for (const { line, text } of found) leftOut.add(line, text.trim());
    leftOut.report(report);
    return new Map(found.map(({ line }) => [line, ""]));
  },
};

function outsideEnvironments(lines: readonly DialectLine[]): DialectLine[] {
  const found: DialectLine[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as DialectLine;
    const [, bracket, name = ""] = /^[ \t>]*\\{1,2}(?:(\[)|begin\{([a-zA-Z]+\*?)\})/.exec(line.text) ?? [];
    const ending = bracket === undefined ? `\\end{${name}}` : "\\]";
    const isOpen = (bracket !== undefined || name !== "") && !line.text.includes(ending);
    const last = isOpen ? lines.findIndex(({ text }, at) => at > index && text.includes(ending)) : -1;
    if (last > 0) index = last;
    else found.push(line);
  }
  return found;
}

/** Writes a line of a quotation: `\\` ends it, the brace of a group is dropped. */
function quoted(text: string): string {
  const plain = text
    .replaceAll(/\\(?:med|small|big)skip(?![a-zA-Z])/g, "")
    .replace(/^[ \t]*(?:\{\\\w+[ \t]+)?/, "")
    .replace(/\\\\(?:\[[^\]]*\])?[ \t]*$/, "\\")
    .trimEnd();
  const open = plain.split("{").length - plain.split("}").length;
  const closed = open < 0 ? plain.replace(/\}([ \t]*\\?)$/, "$1") : plain;
  return `> ${closed.replace(/^[ \t]*\\$/, "")}`.trimEnd();
}
