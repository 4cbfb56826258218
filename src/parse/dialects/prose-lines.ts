import type { DialectLine } from "./dialect.ts";

const fence = /^((?:[ \t]|>|[*+-][ \t]|\d{1,9}[.)][ \t])*)(`{3,}|~{3,})(.*)$/;
/** A title of a box of javascript.info, which may contain code. */
const titledBox = /^(?:smart|warn|compare)[ \t]+header=".*"$/;
const cell = /^\{[a-zA-Z].*\}$/;
const listMarker = /^([ \t]*)((?:[*+-]|\d{1,9}[.)])[ \t]+)(?=\S)/;
/** HTML whose content is not Markdown up to its end (CommonMark 0.31, 4.6, kinds 1 and 2). */
const literalHtml = /^ {0,3}<(?:(pre|script|style|textarea)(?=[\s>])|(!--))/i;
const formulaFence = /^(?:[ \t]|>|[*+-][ \t]|\d{1,9}[.)][ \t])*\$\$[ \t]*$/;
const formulaStart = /^(?:[ \t]|>|[*+-][ \t]|\d{1,9}[.)][ \t])*\$\$(?!.*\$\$)/;
const formulaEnd = /^[ \t>]*\$\$[ \t]*(?:\{[^{}]*\}|\([\w:.-]+\))?[ \t]*$/;

/** Code of MyST between colons, whose lines are no prose either. */
const colonCode = /^[ \t>]*(:{3,})\{(?:code|code-block|code-cell|sourcecode|math|mermaid|raw)\}/;

/** Environments of LaTeX for code. */
export const texCode = /^(?:[vV]erbatim|lstlisting|minted|alltt)\*?$/;
const texEnvironment = /^ {0,3}\\begin\{([a-zA-Z]+\*?)\}/;

/** Returns the lines that are not front matter, code (fenced or indented), formula blocks or literal HTML. */
export function proseLines(texts: readonly string[], start: number): DialectLine[] {
  const found: DialectLine[] = [];
  const lists = new ListIndentation();
  let blank = true;
  for (let index = start; index < texts.length; index += 1) {
    const text = texts[index] ?? "";
    if (blank && lists.isCode(text)) continue;
    const end = literalEnd(texts, index);
    if (end !== undefined) {
      lists.see(text, blank);
      blank = false;
      index = end - 1;
      continue;
    }
    lists.see(text, blank);
    found.push({ line: index + 1, text });
    blank = text.trim() === "";
  }
  return found;
}

/** Returns the index after the last line of a literal block that begins here. An unclosed fence extends to the end. */
export function literalEnd(texts: readonly string[], index: number): number | undefined {
  const text = texts[index] ?? "";
  const [, , marks, info = ""] = fence.exec(text) ?? [];
  if (marks !== undefined && isFence(marks, info.trim())) {
    return behindLine(
      texts,
      index,
      (line) => {
        const [, , closing = "", rest = ""] = fence.exec(line) ?? [];
        return closing.startsWith(marks) && rest.trim() === "";
      },
      texts.length,
    );
  }
  const [, environment = ""] = texEnvironment.exec(text) ?? [];
  if (texCode.test(environment)) return behindLine(texts, index, (line) => line.includes(`\\end{${environment}}`));
  const [, colons] = colonCode.exec(text) ?? [];
  if (colons !== undefined) {
    return behindLine(
      texts,
      index,
      (line) => /^:+$/.test(line.replace(/^[ \t>]*/, "").trim()) && line.includes(colons),
    );
  }
  if (formulaFence.test(text)) return behindLine(texts, index, (line) => formulaEnd.test(line));
  if (formulaStart.test(text)) return endOfFormula(texts, index);
  const [opening, name] = literalHtml.exec(text) ?? [];
  if (opening === undefined) return undefined;
  const closing = name === undefined ? "-->" : `</${name.toLowerCase()}>`;
  // What is closed on the same line may be another tool's syntax.
  if (text.slice(opening.length).toLowerCase().includes(closing)) return name === undefined ? undefined : index + 1;
  return behindLine(texts, index, (line) => line.toLowerCase().includes(closing));
}

/**
 * Reports whether a fence with this info string begins a code block: backtick fences allow no backticks after them
 * (CommonMark 0.31, 4.5), except in the caption of an R Markdown cell.
 */
export function isFence(marks: string, info: string): boolean {
  return !marks.startsWith("`") || !info.includes("`") || titledBox.test(info) || cell.test(info);
}

/** Returns the end of a formula whose first line holds more than its dollars. */
function endOfFormula(texts: readonly string[], index: number): number | undefined {
  const end = behindLine(texts, index, (text) => text.trim() === "" || text.includes("$$"));
  return end === undefined || texts[end - 1]?.trim() === "" ? undefined : end;
}

function behindLine(
  texts: readonly string[],
  index: number,
  closes: (text: string) => boolean,
  otherwise?: number,
): number | undefined {
  // Searching from the first line each time would take the square of the number of lines.
  for (let at = index + 1; at < texts.length; at += 1) if (closes(texts[at] ?? "")) return at + 1;
  return otherwise;
}

/** Tracks the indentation of list items: code in a list is indented by four more columns. */
export class ListIndentation {
  private readonly columns: number[] = [];

  /** Reports whether a line after an empty line is indented code. */
  isCode(text: string): boolean {
    if (text.trim() === "") return false;
    const column = indentationOf(text);
    return column - (this.columns.findLast((own) => own <= column) ?? 0) >= 4;
  }

  see(text: string, afterBlank: boolean): void {
    if (text.trim() === "") return;
    const isItem = listMarker.test(text);
    const column = indentationOf(text);
    if (afterBlank || isItem) while ((this.columns.at(-1) ?? 0) > column) this.columns.pop();
    let rest = text;
    let before = 0;
    for (let match = listMarker.exec(rest); match; match = listMarker.exec(rest)) {
      const [whole, space = "", marker = ""] = match;
      const inside = before + indentationOf(`${space}x`) + Math.min(marker.length, marker.trimEnd().length + 4);
      this.columns.push(inside);
      before += whole.length;
      rest = rest.slice(whole.length);
    }
  }
}

/** Returns the indentation in columns; a tab advances to the next multiple of four (CommonMark 0.31, 2.2). */
export function indentationOf(text: string): number {
  let column = 0;
  for (const character of text) {
    if (character === " ") column += 1;
    else if (character === "\t") column += 4 - (column % 4);
    else break;
  }
  return column;
}
