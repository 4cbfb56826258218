import type { Extension as FromMarkdownExtension } from "mdast-util-from-markdown";
import type { Code, Effects, Extension, State, TokenizeContext } from "micromark-util-types";
import type { Literal } from "mdast";
import type { Processor } from "unified";

/** `[@fig:match-rate; @tbl:fees]` as it stands in the text; its targets are found when all chapters are there. */
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
  }
}

const openingBracket = 91;
const closingBracket = 93;
const at = 64;

const item = String.raw`@(?:fig|tbl|sec|box|eq):[\p{L}_][\p{L}\p{N}\p{M}._-]*`;
const whole = new RegExp(String.raw`^\[${item}(?:[ \t]*;[ \t]*${item})*[ \t]*\]$`, "u");

/** unified plug-in: references as pandoc-crossref and Quarto write them. A bracket that is not one stays what it was. */
export function remarkCrossReferences(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(syntax);
  (data.fromMarkdownExtensions ??= []).push(toTree);
}

const syntax: Extension = { text: { [openingBracket]: { name: "crossReference", tokenize } } };

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let text = "";
  return start;

  function start(code: Code): State | undefined {
    effects.enter("crossReference");
    return take(code);
  }

  function take(code: Code): State | undefined {
    text += code !== null && code >= 0 ? String.fromCharCode(code) : " ";
    effects.consume(code);
    return inside;
  }

  function inside(code: Code): State | undefined {
    // Line ends are negative codes; a reference stands on one line.
    if (code === null || code < -2 || code === openingBracket) return nok(code);
    if (text === "[" && code !== at) return nok(code);
    if (code !== closingBracket) return take(code);
    if (!whole.test(`${text}]`)) return nok(code);
    effects.consume(code);
    effects.exit("crossReference");
    return ok;
  }
}

const toTree: FromMarkdownExtension = {
  enter: {
    crossReference(token) {
      const targets = this.sliceSerialize(token).match(/(?<=@)[^\s;\]]+/g) ?? [];
      const value = targets.join(" ");
      this.enter(
        { type: "crossReference", value, data: { hName: "span", hProperties: { dataReference: value } } },
        token,
      );
    },
  },
  exit: {
    crossReference(token) {
      this.exit(token);
    },
  },
};
