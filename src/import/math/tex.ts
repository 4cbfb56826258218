import { alphabetOf, commands } from "./symbols.ts";

/** Converts characters to TeX: commands, or letters with the command of their alphabet. */
export function texOfText(text: string): string {
  return join(
    Array.from(text.normalize("NFC"), (sign) => {
      const command = commands.get(sign);
      if (command !== undefined) return command;
      const found = alphabetOf(sign);
      if (!found) return sign;
      return found.command === "" ? found.letter : `\\${found.command}{${found.letter}}`;
    }),
  );
}

/** Relations and operators, which are written with spaces around them. */
const relations =
  /^(?:[=<>]|\\(?:leq|geq|neq|approx|equiv|sim|to|in|notin|subset|subseteq|Rightarrow|Leftrightarrow|iff|mapsto|propto|cong|pm|cdot|times))$/;

/** Joins pieces of TeX, with a space between a command and a letter. */
export function join(pieces: readonly string[]): string {
  let tex = "";
  for (const piece of pieces) {
    if (piece === "") continue;
    const needsSpace = /\\[a-zA-Z]+$/.test(tex) && /^[a-zA-Z0-9]/.test(piece);
    const endsScript = /[_^](?:\w|\{[^{}]*\})$/.test(tex) && /^(?:\w|\\[a-zA-Z])/.test(piece);
    const isApart =
      endsScript ||
      (tex.endsWith(",") && !piece.startsWith("\\,")) ||
      relations.test(piece) ||
      /(?:^|\s)(?:[=<>]|\\leq|\\geq)$/.test(tex) ||
      /^[+-]$/.test(piece) ||
      / [+-]$/.test(tex);
    tex += tex !== "" && (needsSpace || isApart || endsRelation(tex)) && !/\s$/.test(tex) ? ` ${piece}` : piece;
  }
  return tex.replaceAll(
    /\\mathrm\{(\w+)\}(?:\\mathrm\{\w+\})+/g,
    (run) => `\\mathrm{${run.replaceAll(/\\mathrm\{|\}/g, "")}}`,
  );
}

function endsRelation(tex: string): boolean {
  const last = /(?:^|\s)(\S+)$/.exec(tex)?.[1] ?? "";
  return relations.test(last);
}

/** Returns the base of a script, in braces if it is more than one token. */
export function asGroup(tex: string): string {
  return isOne(tex) || /^\\[a-zA-Z]+(?:\{[^{}]*\})+$/.test(tex) || tex.startsWith("\\left") ? tex : `{${tex}}`;
}

/** Returns a subscript or superscript, without braces if it is one character. */
export function asScript(tex: string): string {
  return /^(?:[a-zA-Z0-9*'])$/.test(tex) ? tex : `{${tex}}`;
}

function isOne(tex: string): boolean {
  return /^(?:[\p{L}\p{N})\]|]|\d+|\\[a-zA-Z]+|\\[{}|])$/u.test(tex);
}
