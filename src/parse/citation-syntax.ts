import type { Literal } from "mdast";
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from "micromark-util-types";
import type { Processor } from "unified";
import { characterOf, isLineEnd, isWord, toLabel } from "./character-codes.ts";
import { addSyntax } from "./add-syntax.ts";
import { type Step, tokenizeSpan } from "./span-syntax.ts";

/** `[see @key, p. 4; @other]` or `@key [p. 4]` in a text; a transform resolves it. */
export interface CitationNode extends Literal {
  type: "citation";
  /** Generated for the source of a fact; errors are reported in the facts file. */
  ofFact?: true;
}

declare module "mdast" {
  interface PhrasingContentMap {
    citation: CitationNode;
  }
  interface RootContentMap {
    citation: CitationNode;
  }
}

declare module "micromark-util-types" {
  interface TokenTypeMap {
    citation: "citation";
    citationText: "citationText";
  }
}

const at = 64;
const openingBracket = 91;
const closingBracket = 93;
const openingParenthesis = 40;

/** One work in brackets: a prefix, `@key` or `-@key`, and a suffix. */
const item = String.raw`(?:[^\[\]@;]*[\s(])?-?@[\p{L}\p{N}_][^\[\]@;]*`;
const group = new RegExp(String.raw`^\[${item}(?:;${item})*$`, "u");

/** Characters with another meaning in Markdown; brackets that contain one are not citations. */
const foreign = /[`<>*\\!]/;

/** Cross-references to figures, tables, sections and boxes, which look similar. */
const crossReference = /^\[@(?:fig|tbl|sec|box|eq|any):/;

/**
 * Unified plug-in: citations as in Pandoc (https://pandoc.org/MANUAL.html#citation-syntax). Not in code or addresses,
 * nor after a letter, where `@` belongs to an e-mail address; `\@` is a plain character.
 */
export function remarkCitations(this: Processor): void {
  addSyntax(this, syntax, "citation", (value) => ({ type: "citation", value }));
}

const inBrackets: Construct = {
  name: "citation",
  tokenize: tokenizeSpan({ type: "citation", lineType: "citationText", read: groupReader, notBefore: "(" }),
};
const inText: Construct = {
  name: "citation",
  tokenize: tokenizeMention,
  previous: (code) => code === null || !/[\p{L}\p{N}_@/.\-+]/u.test(characterOf(code)),
};
const syntax: Extension = { text: { [openingBracket]: inBrackets, [at]: inText } };

/** Reads a group to its closing bracket. */
function groupReader({ parser: { defined } }: TokenizeContext) {
  return (text: string, character: string): Step => {
    if (character === "[" || foreign.test(character)) return "none";
    if (character !== "]") return "more";
    const isCitation = group.test(text) && !crossReference.test(text) && !defined.includes(toLabel(text.slice(1)));
    return isCitation && !text.endsWith("\n") ? "end" : "none";
  };
}

function tokenizeMention(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return start;

  function start(code: Code): State | undefined {
    effects.enter("citation");
    effects.consume(code);
    return (next) => (isWord(next) ? inKey(next) : nok(next));
  }

  function inKey(code: Code): State | undefined {
    if (!isWord(code)) return effects.attempt(innerSign, inKey, effects.attempt(locator, end, end))(code);
    effects.consume(code);
    return inKey;
  }

  function end(code: Code): State | undefined {
    effects.exit("citation");
    return ok(code);
  }
}

/** Punctuation between two parts of a key: the full stop of "a.b", not that of a sentence. */
const innerSign: Construct = {
  partial: true,
  tokenize: (effects, ok, nok) => (code) => {
    if (code === null || !/[:.#$%&\-+?~/]/.test(characterOf(code))) return nok(code);
    effects.consume(code);
    return (next) => (isWord(next) ? ok(next) : nok(next));
  },
};

/** ` [p. 4]` after a key in the text: plain text only, so that nothing is lost where it is not a locator. */
const locator: Construct = { partial: true, tokenize: tokenizeLocator };

function tokenizeLocator(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const { defined } = this.parser;
  let text = "";
  return space;

  function space(code: Code): State | undefined {
    if (isLineEnd(code) || characterOf(code) !== " ") return nok(code);
    effects.consume(code);
    return (next) => (next === openingBracket ? take(next) : nok(next));
  }

  function take(code: Code): State | undefined {
    text += characterOf(code);
    effects.consume(code);
    return inside;
  }

  function inside(code: Code): State | undefined {
    // micromark loops forever at a line end that is consumed outside a "lineEnding" token.
    if (code === null || isLineEnd(code)) return nok(code);
    if (code !== closingBracket) return /[\p{L}\p{N} .,:;–—§¶-]/u.test(characterOf(code)) ? take(code) : nok(code);
    if (!/\p{N}/u.test(text) || defined.includes(toLabel(text.slice(1)))) return nok(code);
    effects.consume(code);
    return (next) => (next === openingParenthesis || next === openingBracket ? nok(next) : ok(next));
  }
}
