import type { Code, State, TokenizeContext, Tokenizer, TokenType } from "micromark-util-types";
import { characterOf, isLineEnd } from "./character-codes.ts";

/** Whether a character goes on with a construct, ends it, or shows that it is something else. */
export type Step = "more" | "end" | "none";

/** A construct in a line that is read up to its last character, and is plain text unless all of it is right. */
export interface Span {
  readonly type: TokenType;
  /** Token of the text of each line, where line ends are allowed. */
  readonly lineType?: TokenType;
  /** Returns what decides about the next character, given the text so far; a line end is `\n`. */
  readonly read: (context: TokenizeContext) => (text: string, character: string) => Step;
  /** Maximum length: each opening without an end is read up to here. */
  readonly most?: number;
  /** The character that must not follow it. */
  readonly notBefore?: string;
}

/** Tokenizes a span. Every state consumes a character or ends. */
export function tokenizeSpan({ type, lineType, read, most = Infinity, notBefore }: Span): Tokenizer {
  return function (effects, ok, nok) {
    const step = read(this);
    let text = "";
    const take = (code: Code): State => {
      text += characterOf(code);
      effects.consume(code);
      return inside;
    };
    const inside: State = (code) => {
      if (code === null || text.length > most) return nok(code);
      if (isLineEnd(code)) return lineType === undefined ? nok(code) : endLine(lineType, code);
      const meaning = step(text, characterOf(code));
      if (meaning === "none") return nok(code);
      if (meaning === "more") return take(code);
      effects.consume(code);
      return end;
    };
    const endLine = (line: TokenType, code: Code): State => {
      effects.exit(line);
      // micromark loops forever at a line end that is consumed outside a "lineEnding" token.
      effects.enter("lineEnding");
      effects.consume(code);
      effects.exit("lineEnding");
      text += "\n";
      return (next) => {
        if (next === null || isLineEnd(next)) return nok(next);
        effects.enter(line);
        return inside(next);
      };
    };
    const end: State = (code) => {
      if (code !== null && characterOf(code) === notBefore) return nok(code);
      if (lineType !== undefined) effects.exit(lineType);
      effects.exit(type);
      return ok(code);
    };
    return (code) => {
      effects.enter(type);
      if (lineType !== undefined) effects.enter(lineType);
      return take(code);
    };
  };
}
