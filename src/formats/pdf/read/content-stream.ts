/** One operator of a PDF content stream with its operands (ISO 32000-1, 7.8.2). */
export interface Operation {
  readonly operator: string;
  /** The tokens before it, as they are written; brackets are tokens too. */
  readonly operands: readonly string[];
  /** Index of the first character of its first operand, or of itself. */
  readonly start: number;
  /** Index behind its last character. */
  readonly end: number;
}

/**
 * A string with balanced brackets one deep, a hexadecimal string, a dictionary's brackets, a comment, a name, or a run of
 * regular characters (ISO 32000-1, 7.2.2 and 7.3.4).
 */
const token =
  /\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*\)|<<|>>|<[^>]*>|[[\]]|%[^\r\n]*|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/g;

const operand = /^(?:[(<>[\]/%]|[+-]?[\d.]|(?:true|false|null)$)/;

/** The operators of a content stream in their order. The stream is decoded, one character for each byte. */
export function readOperations(stream: string): Operation[] {
  const operations: Operation[] = [];
  let operands: string[] = [];
  let start: number | undefined;
  token.lastIndex = 0;
  for (let match = token.exec(stream); match; match = token.exec(stream)) {
    const [text] = match;
    if (text.startsWith("%")) continue;
    start ??= match.index;
    if (operand.test(text)) {
      operands.push(text);
      continue;
    }
    // The bytes of an inline image are no tokens (ISO 32000-1, 8.9.7).
    if (text === "ID") token.lastIndex = endOfInlineImage(stream, token.lastIndex);
    operations.push({ operator: text, operands, start, end: token.lastIndex });
    operands = [];
    start = undefined;
  }
  return operations;
}

function endOfInlineImage(stream: string, from: number): number {
  const end = stream.slice(from).search(/\sEI(?=\s|$)/);
  return end < 0 ? stream.length : from + end;
}
