import type { Extension } from "micromark-util-types";
import type { Literal } from "mdast";
import type { Processor } from "unified";
import { addSyntax } from "./add-syntax.ts";
import { type Step, tokenizeSpan } from "./span-syntax.ts";

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

/** One item: `#id`, `.class`, or `key=value` with a bare value or one in single or double quotation marks. */
const item = String.raw`(?:#[^\s#{}"=]+|\.[^\s#.{}"=]+|[A-Za-z][\w:-]*=(?:"[^"]*"|'[^']*'|[^\s"{}]+))`;
const whole = new RegExp(String.raw`^\{[ \t]*${item}(?:[ \t]+${item})*[ \t]*\}$`, "u");

/** Unified plug-in: attributes in braces, as in Pandoc and kramdown. Any other brace stays text. */
export function remarkAttributes(this: Processor): void {
  addSyntax(this, syntax, "attributes", (value) => ({ type: "attributes", value }));
}

const syntax: Extension = {
  text: {
    [openingBrace]: { name: "attributes", tokenize: tokenizeSpan({ type: "attributes", read: reader, most: 4000 }) },
  },
};

/** Reads to the closing brace outside quotation marks. */
function reader() {
  let quotedBy: string | undefined;
  return (text: string, character: string): Step => {
    const isQuote = character === '"' || (character === "'" && (quotedBy === character || text.endsWith("=")));
    if (isQuote && quotedBy === undefined) quotedBy = character;
    else if (character === quotedBy) quotedBy = undefined;
    if (quotedBy !== undefined || !/[{}]/.test(character)) return "more";
    return character === "}" && whole.test(`${text}}`) ? "end" : "none";
  };
}
