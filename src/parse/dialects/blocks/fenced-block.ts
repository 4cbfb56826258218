import { type BlockLine, dedent } from "../block.ts";
import { indentationOf } from "../prose-lines.ts";

/** What stands between two fences, of code or of a directive. */
export interface FencedBlock {
  readonly indentation: number;
  /** The marks of the first line. */
  readonly marks: string;
  /** What stands behind them. */
  readonly info: string;
  readonly body: readonly BlockLine[];
  /** With the fences. */
  readonly lines: readonly BlockLine[];
  /** Behind the last line. */
  readonly end: number;
}

const opening = /^( *)(`{3,}|~{3,}|:{3,})[ \t]*(.*?)[ \t]*$/;

/** The fenced block that begins in a line, up to its closing fence or the end. Colons must be closed. */
export function fencedBlock(lines: readonly BlockLine[], index: number): FencedBlock | undefined {
  const text = lines[index]?.text ?? "";
  const [, indent = "", marks, info = ""] = opening.exec(text) ?? [];
  if (marks === undefined || (marks.startsWith("`") && info.includes("`"))) return undefined;
  const closing = new RegExp(String.raw`^ *${marks.charAt(0)}{${marks.length},}[ \t]*$`);
  const found = lines.findIndex((line, at) => at > index && closing.test(line.text));
  if (found < 0 && marks.startsWith(":")) return undefined;
  const last = found < 0 ? lines.length : found;
  const end = Math.min(lines.length, last + 1);
  return {
    indentation: indentationOf(indent),
    marks,
    info,
    body: dedent(lines.slice(index + 1, last), indent.length),
    lines: lines.slice(index, end),
    end,
  };
}

/** Lines as one text. */
export function textOf(lines: readonly BlockLine[]): string {
  return lines.map(({ text }) => text).join("\n");
}
