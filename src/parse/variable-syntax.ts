import type { Extension, TokenizeContext } from "micromark-util-types";
import type { Literal } from "mdast";
import type { Processor } from "unified";
import { addSyntax } from "./add-syntax.ts";
import { type Step, tokenizeSpan } from "./span-syntax.ts";

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

const whole = /^\{\{[ \t]*[\p{L}_][\p{L}\p{N}\p{M}_-]*[ \t]*\}\}$/u;

/**
 * Unified plug-in: variables in double braces. `\{{name}}` is text, and so is any other content of double braces that
 * is not a name.
 */
export function remarkVariables(this: Processor): void {
  addSyntax(this, syntax, "variable", (value) => ({ type: "variable", value }));
}

const tokenize = tokenizeSpan({ type: "variable", read: reader, most: 1000 });

const syntax: Extension = { text: { [openingBrace]: { name: "variable", tokenize } } };

/** In "\{{name}}" the first brace is escaped; the second begins no variable either. */
function reader({ previous }: TokenizeContext): (text: string, character: string) => Step {
  return previous === openingBrace ? () => "none" : step;
}

function step(text: string, character: string): Step {
  if (text.endsWith("}")) return whole.test(text + character) ? "end" : "none";
  return (character === "{") === (text.length === 1) ? "more" : "none";
}
