import type { Code, Effects, Extension, State, TokenizeContext } from "micromark-util-types";
import type { Literal } from "mdast";
import type { Processor } from "unified";
import { addSyntax } from "./add-syntax.ts";
import { characterOf, isLineEnd } from "./character-codes.ts";

/** `[@fig:match-rate; @tbl:fees]` in a text; its targets are resolved when all chapters are parsed. */
export interface CrossReferenceNode extends Literal {
  readonly type: "crossReference";
}

declare module "mdast" {
  interface PhrasingContentMap {
    crossReference: CrossReferenceNode;
  }
  interface RootContentMap {
    crossReference: CrossReferenceNode;
  }
}

declare module "micromark-util-types" {
  interface TokenTypeMap {
    crossReference: "crossReference";
    crossReferenceText: "crossReferenceText";
  }
}

const openingBracket = 91;
const closingBracket = 93;

const whole = /^\[@(?:fig|tbl|sec|box|eq|any):[^[\]]*\]$/;

/**
 * Unified plug-in: cross-references as in pandoc-crossref and Quarto. What begins like one is parsed as one, so that a
 * mistake in it is reported, not printed; all other brackets are unchanged.
 */
export function remarkCrossReferences(this: Processor): void {
  addSyntax(this, syntax, "crossReference", toNode);
}

const syntax: Extension = { text: { [openingBracket]: { name: "crossReference", tokenize } } };

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let text = "";
  return start;

  function start(code: Code): State | undefined {
    effects.enter("crossReference");
    effects.enter("crossReferenceText");
    return take(code);
  }

  function take(code: Code): State | undefined {
    text += characterOf(code);
    effects.consume(code);
    return inside;
  }

  function inside(code: Code): State | undefined {
    if (code === null || code === openingBracket) return nok(code);
    if (isLineEnd(code)) {
      effects.exit("crossReferenceText");
      effects.enter("lineEnding");
      effects.consume(code);
      effects.exit("lineEnding");
      text += " ";
      return nextLine;
    }
    if (code !== closingBracket) return take(code);
    if (!whole.test(`${text}]`)) return nok(code);
    effects.consume(code);
    effects.exit("crossReferenceText");
    effects.exit("crossReference");
    return ok;
  }

  function nextLine(code: Code): State | undefined {
    if (code === null || isLineEnd(code)) return nok(code);
    effects.enter("crossReferenceText");
    return inside(code);
  }
}

function toNode(written: string): CrossReferenceNode {
  const value = written.slice(1, -1).replaceAll(/\s+/g, " ");
  return { type: "crossReference", value, data: { hName: "span", hProperties: { dataReference: value } } };
}
