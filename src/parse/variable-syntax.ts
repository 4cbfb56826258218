import type { Code, Effects, Extension, State, TokenizeContext } from "micromark-util-types";
import type { Literal } from "mdast";
import type { Processor } from "unified";
import { addSyntax } from "./add-syntax.ts";
import { characterOf, isLineEnd } from "./character-codes.ts";

/** `{{name}}` in a text; a transform inserts the value. */
export interface VariableNode extends Literal {
  readonly type: "variable";
}

declare module "mdast" {
  interface PhrasingContentMap {
    variable: VariableNode;
  }
  interface RootContentMap {
    variable: VariableNode;
  }
}

declare module "micromark-util-types" {
  interface TokenTypeMap {
    variable: "variable";
  }
}

const openingBrace = 123;
const closingBrace = 125;

/** Maximum length of a variable: each unclosed double brace is scanned up to here. */
const maxLength = 1000;

const whole = /^\{\{[ \t]*[\p{L}_][\p{L}\p{N}\p{M}_-]*[ \t]*\}\}$/u;

/**
 * Unified plug-in: variables in double braces. `\{{name}}` is text, and so is any other content of double braces that
 * is not a name.
 */
export function remarkVariables(this: Processor): void {
  addSyntax(this, syntax, "variable", (value) => ({ type: "variable", value }));
}

const syntax: Extension = { text: { [openingBrace]: { name: "variable", tokenize } } };

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const { previous } = this;
  let text = "";
  return start;

  function start(code: Code): State | undefined {
    // In "\{{name}}" the first brace is escaped; the second begins no variable either.
    if (previous === openingBrace) return nok(code);
    effects.enter("variable");
    return take(code);
  }

  function take(code: Code): State | undefined {
    text += characterOf(code);
    effects.consume(code);
    return text.endsWith("}}") ? end : inside;
  }

  function inside(code: Code): State | undefined {
    // A variable must be on one line.
    if (code === null || isLineEnd(code) || text.length > maxLength) return nok(code);
    if (code === openingBrace && text.length > 1) return nok(code);
    if (text.length === 1 && code !== openingBrace) return nok(code);
    if (text.endsWith("}") && code !== closingBrace) return nok(code);
    return take(code);
  }

  function end(code: Code): State | undefined {
    if (!whole.test(text)) return nok(code);
    effects.exit("variable");
    return ok(code);
  }
}
