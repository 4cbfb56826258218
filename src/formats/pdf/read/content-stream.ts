/** An operator of a PDF content stream with its operands (ISO 32000-1, 7.8.2). */
export interface Operation {
  readonly operator: string;
  /** The tokens before the operator, unparsed; brackets are tokens too. */
  readonly operands: readonly string[];
  /** The index of its first operand's first character, or of its own. */
  readonly start: number;
  /** The index after its last character. */
  readonly end: number;
}

/** Returns the operators of a decoded content stream (one character per byte), in order. */
export function readOperations(stream: string): Operation[] {
  const operations: Operation[] = [];
  forEachOperation(stream, (operation) => void operations.push(operation));
  return operations;
}

/** Visits the operators one by one, for streams of which not every operator must be kept. */
export function forEachOperation(stream: string, visit: (operation: Operation) => void): void {
  let operands: string[] = [];
  let start = -1;
  for (let at = 0; at < stream.length;) {
    const kind = kindOf(stream.charCodeAt(at));
    const end = kind === space ? at + 1 : endOfToken(stream, at);
    if (kind === space || stream.charCodeAt(at) === sign.percent || end === at) {
      at = Math.max(end, at + 1);
      continue;
    }
    if (start < 0) start = at;
    const text = stream.slice(at, end);
    at = end;
    if (kind === delimiter || isOperand(text)) {
      operands.push(text);
      continue;
    }
    // The bytes of an inline image are not tokens (ISO 32000-1, 8.9.7).
    if (text === "ID") at = endOfInlineImage(stream, at);
    visit({ operator: text, operands, start, end: at });
    operands = [];
    start = -1;
  }
}

/** Returns a content stream in which each operator with its operands is what `rewrite` returns, or as it was. */
export function rewriteOperations(
  stream: string,
  rewrite: (operator: string, text: string) => string | undefined,
): string {
  let written = "";
  let copied = 0;
  forEachOperation(stream, ({ operator, start, end }) => {
    const instead = rewrite(operator, stream.slice(start, end));
    if (instead === undefined) return;
    written += stream.slice(copied, start) + instead;
    copied = end;
  });
  return written + stream.slice(copied);
}

const sign = { percent: 0x25, open: 0x28, close: 0x29, solidus: 0x2f, less: 0x3c, greater: 0x3e, backslash: 0x5c };

/** Character classes: white space and delimiters (ISO 32000-1, 7.2.2, tables 1 and 2); all others are regular. */
const [regular, space, delimiter] = [0, 1, 2];
const kinds = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = space;
for (const character of "()<>[]{}/%") kinds[character.charCodeAt(0)] = delimiter;

function kindOf(code: number): number {
  return kinds[code] ?? regular;
}

/** Returns where the token that begins at `at` ends: at `at` itself for an unmatched closing bracket. */
function endOfToken(stream: string, at: number): number {
  const code = stream.charCodeAt(at);
  if (code === sign.open) return endOfString(stream, at);
  if (code === sign.percent) return endOfComment(stream, at);
  if (code === sign.less) {
    return stream.charCodeAt(at + 1) === sign.less ? at + 2 : stream.indexOf(">", at) + 1 || stream.length;
  }
  if (code === sign.greater) return stream.charCodeAt(at + 1) === sign.greater ? at + 2 : at;
  if (code === sign.solidus || kindOf(code) === regular) {
    let end = at + 1;
    while (end < stream.length && kindOf(stream.charCodeAt(end)) === regular) end += 1;
    return end;
  }
  return "[]".includes(stream.charAt(at)) ? at + 1 : at;
}

/** Returns the index after a string's closing bracket; brackets in it are balanced or escaped (7.3.4.2). */
function endOfString(stream: string, at: number): number {
  let depth = 0;
  for (let end = at; end < stream.length; end += 1) {
    const code = stream.charCodeAt(end);
    if (code === sign.backslash) end += 1;
    else if (code === sign.open) depth += 1;
    else if (code === sign.close) depth -= 1;
    if (depth === 0) return end + 1;
  }
  return stream.length;
}

function endOfComment(stream: string, at: number): number {
  let end = at;
  while (end < stream.length && stream.charCodeAt(end) !== 10 && stream.charCodeAt(end) !== 13) end += 1;
  return end;
}

/** Reports whether a token is a number, boolean or null; no operator begins like one. */
function isOperand(text: string): boolean {
  const code = text.charCodeAt(0);
  const digit = code === 0x2b || code === 0x2d ? text.charCodeAt(1) : code;
  return (digit >= 0x30 && digit <= 0x39) || digit === 0x2e || text === "true" || text === "false" || text === "null";
}

function endOfInlineImage(stream: string, from: number): number {
  const end = stream.slice(from).search(/\sEI(?=\s|$)/);
  return end < 0 ? stream.length : from + end;
}
