import { type BlockLine, isBlankLine, restOf } from "../block.ts";
import type { ForeignCell, ForeignTable } from "./table-node.ts";
import { readTexColumns } from "./tex-columns.ts";

const group = String.raw`\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}`;
const opening = new RegExp(
  String.raw`\\begin\{(tabular\*?|tabularx|tabulary|longtable|xltabular)\}(?:\[[^\[\]]*\])?(?:${group}(?=\{))?${group}`,
);
/** What divides a table: comments, escaped signs, ends of rows, rules, ends of a long table's head, braces, columns. */
const mark =
  /(?<comment>%.*)|(?<end>\\\\\*?(?:[ \t]*\[[^[\]]*\])?|\\tabularnewline(?![a-zA-Z]))|(?<rule>\\(?:hline|toprule|midrule|bottomrule|cline|cmidrule|addlinespace|specialrule|rowcolor|noalign|hhline|endfirsthead|endhead|endfoot|endlastfoot)(?![a-zA-Z])(?:\[[^[\]]*\]|\([^()]*\)|\{[^{}]*\})*)|\\.|(?<brace>[{}])|(?<column>&)|\$(?:[^$\\]|\\.)+\$/g;
const spanning = new RegExp(
  String.raw`^\\(multicolumn|multirow)(?:\[[^\[\]]*\])?\{(\d+)\}(?:\[[^\[\]]*\])?${group}(?:\[[^\[\]]*\])?${group}$`,
);
/** Commands for size, weight and colour, which a cell of another format has none of. */
const look =
  /\\(?:small|footnotesize|scriptsize|tiny|normalsize|large|bfseries|itshape|centering|raggedright|raggedleft|arraybackslash)(?![a-zA-Z])[ \t]*|\\cellcolor(?:\[[^[\]]*\])?\{[^{}]*\}/g;

/** Where a LaTeX table stands among lines: its first and last line, and its content; undefined if it cannot be read. */
export interface TexTable {
  readonly table: ForeignTable;
  readonly first: number;
  readonly last: number;
}

/** Reads the only `tabular` (or longtable, tabularx …) of an environment. */
export function readTexTable(lines: readonly BlockLine[]): TexTable | undefined {
  const starts = lines.flatMap(({ text }, index) =>
    text.includes(String.raw`\begin{`) && opening.test(text) ? [index] : [],
  );
  const [first] = starts;
  const begin = first === undefined ? undefined : lines[first];
  const found = opening.exec(begin?.text ?? "");
  if (starts.length !== 1 || first === undefined || !begin || !found) return undefined;
  const ending = `\\end{${found[1] ?? ""}}`;
  const last = lines.findIndex(({ text }, index) => index >= first && text.includes(ending));
  if (last < 0) return undefined;
  const inner = lines.slice(first, last + 1).map((line, index) => {
    const whole = index + first === last ? { ...line, text: line.text.slice(0, line.text.indexOf(ending)) } : line;
    return index === 0 ? restOf(whole, found.index + found[0].length) : whole;
  });
  if (inner.some(({ text }) => text.includes(String.raw`\begin{`))) return undefined;
  const { head, body } = readRows(inner.map((line) => withoutCaption(line)));
  if (head.length + body.length === 0) return undefined;
  const columns = readTexColumns(found[3] ?? "");
  const down = new Map<number, number>();
  const toRow = (row: Row): ForeignCell[] => toCells(row, columns, down);
  return { table: { head: head.map(toRow), body: body.map(toRow) }, first, last };
}

type Row = readonly (readonly BlockLine[])[];

/** A part of a row, or what stands between two: the end of a row, a rule, the border of two columns. */
type Token = BlockLine | { readonly mark: string };

/** Divides the lines at marks that are in no braces; comments are left out. */
function tokensOf(lines: readonly BlockLine[]): Token[] {
  let depth = 0;
  return lines.flatMap((line) => {
    const tokens: Token[] = [];
    let from = 0;
    for (const { 0: written, index, groups } of line.text.matchAll(mark)) {
      if (groups?.["brace"] !== undefined) depth += written === "{" ? 1 : -1;
      const isComment = groups?.["comment"] !== undefined;
      const isMark = groups?.["end"] ?? groups?.["column"] ?? groups?.["rule"];
      if (!isComment && (isMark === undefined || depth > 0)) continue;
      tokens.push(pieceOf(line, from, index));
      if (!isComment) tokens.push({ mark: written });
      from = index + written.length;
    }
    return [...tokens, pieceOf(line, from, line.text.length)];
  });
}

function pieceOf(line: BlockLine, from: number, to: number): BlockLine {
  return { ...restOf(line, from), text: line.text.slice(from, to) };
}

/** Divides the lines into rows of cells; the head is what stands above the first rule between two rows. */
function readRows(lines: readonly BlockLine[]): { head: Row[]; body: Row[] } {
  let head: Row[] = [];
  let rows: Row[] = [];
  let row: BlockLine[][] = [[]];
  for (const token of [...tokensOf(lines), { mark: String.raw`\\` }]) {
    if (!("mark" in token)) row.at(-1)?.push(token);
    else if (token.mark === "&") row.push([]);
    else if (/^\\(?:\\|tabularnewline)/.test(token.mark)) {
      if (row.length > 1 || row.some((cell) => cell.some((piece) => !isBlankLine(piece)))) rows.push(row);
      row = [[]];
    } else if (/^\\(?:midrule|hline|endhead|endfirsthead)/.test(token.mark) && head.length === 0) {
      [head, rows] = [rows, []];
    } else if (token.mark.startsWith(String.raw`\end`)) rows = [];
  }
  return rows.length === 0 ? { head: [], body: head } : { head, body: rows };
}

/** Drops the caption of a long table, which is read elsewhere. */
function withoutCaption(line: BlockLine): BlockLine {
  const text = line.text.replaceAll(new RegExp(String.raw`\\(?:caption\*?(?:\[[^\[\]]*\])?|label)${group}`, "g"), "");
  return text === line.text ? line : { ...line, text: text.replace(/^[ \t]*(?:\\\\|\\tabularnewline)[ \t]*/, "") };
}

/** Reads the cells of a row; `down` has how many rows each column is still covered by a cell above. */
function toCells(row: Row, columns: readonly ForeignCell["align"][], down: Map<number, number>): ForeignCell[] {
  let column = 0;
  return row.flatMap((pieces): ForeignCell[] => {
    const covered = down.get(column) ?? 0;
    const { text, columns: across, rows, align } = readCell(pieces, columns[column]);
    const at = column;
    column += across;
    if (covered > 0) down.set(at, covered - 1);
    if (covered > 0 && text.every((piece) => isBlankLine(piece))) return [];
    if (rows > 1) for (let each = at; each < column; each += 1) down.set(each, rows - 1);
    return [{ lines: text, columns: across, rows, align }];
  });
}

interface ReadCell {
  readonly text: readonly BlockLine[];
  readonly columns: number;
  readonly rows: number;
  readonly align: ForeignCell["align"];
}

function readCell(pieces: readonly BlockLine[], align: ForeignCell["align"]): ReadCell {
  const text = pieces.map(trimmed).filter((piece) => !isBlankLine(piece));
  const [only, more] = text;
  const [, command, count, argument = "", inner = ""] = (more ? undefined : spanning.exec(only?.text ?? "")) ?? [];
  if (!only || command === undefined) return { text, columns: 1, rows: 1, align };
  const spanned = Math.min(Number(count), 100);
  const at = { ...only, text: inner, column: only.column + only.text.lastIndexOf(inner) };
  const own = readCell([at], command === "multicolumn" ? readTexColumns(argument)[0] : align);
  return command === "multicolumn" ? { ...own, columns: spanned } : { ...own, rows: spanned };
}

function trimmed(piece: BlockLine): BlockLine {
  const text = piece.text.replaceAll(look, "");
  return { ...restOf({ ...piece, text }, text.length - text.trimStart().length), text: text.trim() };
}
