import { mathFromMarkdown } from "mdast-util-math";
import type { Extension as FromMarkdownExtension, Handle } from "mdast-util-from-markdown";
import { math } from "micromark-extension-math";
import type { Code, Effects, Extension, State, TokenizeContext } from "micromark-util-types";
import type { Processor } from "unified";

declare module "micromark-util-types" {
  interface TokenTypeMap {
    inlineFormula: "inlineFormula";
    inlineFormulaMark: "inlineFormulaMark";
    inlineFormulaText: "inlineFormulaText";
  }
}

const dollar = 36;
const backslash = 92;

/**
 * unified plug-in: `$…$` and `$$…$$` in a paragraph, and blocks between lines of `$$`. For sums of money pandoc's rule
 * holds (https://pandoc.org/MANUAL.html#math): no space inside the dollars, no digit behind the second. A single one of
 * them after a letter or a digit begins nothing either, and one that can neither begin nor end a formula ends the try.
 */
export function remarkFormulas(this: Processor): void {
  const data = this.data();
  const { flow = {} } = math();
  (data.micromarkExtensions ??= []).push({ flow }, syntax);
  (data.fromMarkdownExtensions ??= []).push(mathFromMarkdown(), toTree);
}

const syntax: Extension = { text: { [dollar]: { name: "inlineFormula", previous, tokenize } } };

function previous(this: TokenizeContext, code: Code): boolean {
  return code !== dollar && !isLetterOrDigit(code);
}

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let size = 0;
  let closing = 0;
  let last: Code = dollar;
  return start;

  function start(code: Code): State | undefined {
    effects.enter("inlineFormula");
    effects.enter("inlineFormulaMark");
    return open(code);
  }

  function open(code: Code): State | undefined {
    if (code !== dollar) {
      if (size > 2 || isSpace(code)) return nok(code);
      effects.exit("inlineFormulaMark");
      return begin(code);
    }
    size += 1;
    effects.consume(code);
    return open;
  }

  /** At the beginning of a line: not at its end, nor at the formula's. */
  function begin(code: Code): State | undefined {
    if (code === null || code < -2 || code === dollar) return nok(code);
    effects.enter("inlineFormulaText");
    return inside(code);
  }

  function inside(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (code === dollar) {
      if (isSpace(last)) return nok(code);
      effects.exit("inlineFormulaText");
      effects.enter("inlineFormulaMark");
      return close(code);
    }
    if (code < -2) {
      effects.exit("inlineFormulaText");
      effects.enter("lineEnding");
      effects.consume(code);
      effects.exit("lineEnding");
      return begin;
    }
    last = code;
    effects.consume(code);
    return code === backslash ? escaped : inside;
  }

  function escaped(code: Code): State | undefined {
    if (code === null || code < -2) return inside(code);
    last = code;
    effects.consume(code);
    return inside;
  }

  function close(code: Code): State | undefined {
    if (code === dollar && closing < size) {
      closing += 1;
      effects.consume(code);
      return close;
    }
    if (closing < size || code === dollar || (size === 1 && isDigit(code))) return nok(code);
    effects.exit("inlineFormulaMark");
    effects.exit("inlineFormula");
    return ok(code);
  }
}

/** Line ends and tabs are negative codes. */
function isSpace(code: Code): boolean {
  return code === null || code < 0 || code === 32;
}

function isDigit(code: Code): boolean {
  return code !== null && code >= 48 && code <= 57;
}

function isLetterOrDigit(code: Code): boolean {
  return code !== null && code >= 0 && /[\p{L}\p{N}]/u.test(String.fromCharCode(code));
}

const enterFormula: Handle = function (token) {
  const written = this.sliceSerialize(token);
  const size = written.startsWith("$$") ? 2 : 1;
  const value = written.slice(size, -size);
  const hProperties = { dataFormula: size === 2 ? "display" : "inline" };
  this.enter(
    { type: "inlineMath", value, data: { hName: "span", hProperties, hChildren: [{ type: "text", value }] } },
    token,
  );
};

const toTree: FromMarkdownExtension = {
  enter: { inlineFormula: enterFormula },
  exit: {
    inlineFormula(token) {
      this.exit(token);
    },
  },
};
