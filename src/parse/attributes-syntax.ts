import type { Code, Effects, Extension, State, TokenizeContext } from "micromark-util-types";
import type { Literal } from "mdast";
import type { Processor } from "unified";
import { addSyntax } from "./add-syntax.ts";
import { characterOf, isLineEnd } from "./character-codes.ts";

/** `{#id .class key=value}` in a text; a transform applies it to the preceding element. */
export interface AttributesNode extends Literal {
  readonly type: "attributes";
}

declare module "mdast" {
  interface PhrasingContentMap {
    attributes: AttributesNode;
  }
  interface RootContentMap {
    attributes: AttributesNode;
  }
}

declare module "micromark-util-types" {
  interface TokenTypeMap {
    attributes: "attributes";
  }
}

const openingBrace = 123;
const closingBrace = 125;
const quotationMark = 34;
const apostrophe = 39;

/** Maximum length of attributes: each unclosed brace is scanned up to here. */
const maxLength = 4000;

/** One item: `#id`, `.class`, or `key=value` with a bare value or one in single or double quotation marks. */
const item = String.raw`(?:#[^\s#{}"=]+|\.[^\s#.{}"=]+|[A-Za-z][\w:-]*=(?:"[^"]*"|'[^']*'|[^\s"{}]+))`;
const whole = new RegExp(String.raw`^\{[ \t]*${item}(?:[ \t]+${item})*[ \t]*\}$`, "u");

/** Unified plug-in: attributes in braces, as in Pandoc and kramdown. Any other brace stays text. */
export function remarkAttributes(this: Processor): void {
  addSyntax(this, syntax, "attributes", (value) => ({ type: "attributes", value }));
}

const syntax: Extension = { text: { [openingBrace]: { name: "attributes", tokenize } } };

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let text = "";
  let quotedBy: Code = null;
  return start;

  function start(code: Code): State | undefined {
    effects.enter("attributes");
    return take(code);
  }

  function take(code: Code): State | undefined {
    text += characterOf(code);
    effects.consume(code);
    return inside;
  }

  function inside(code: Code): State | undefined {
    // Attributes must be on one line.
    if (code === null || isLineEnd(code) || text.length > maxLength) return nok(code);
    const isQuote = code === quotationMark || (code === apostrophe && (quotedBy === code || text.endsWith("=")));
    if (isQuote && (quotedBy === null || quotedBy === code)) quotedBy = quotedBy === null ? code : null;
    if (code === openingBrace && quotedBy === null) return nok(code);
    if (code !== closingBrace || quotedBy !== null) return take(code);
    if (!whole.test(`${text}}`)) return nok(code);
    effects.consume(code);
    effects.exit("attributes");
    return ok;
  }
}
