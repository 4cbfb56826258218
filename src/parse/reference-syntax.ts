import type { Extension } from "micromark-util-types";
import type { Literal } from "mdast";
import type { Processor } from "unified";
import { addSyntax } from "./add-syntax.ts";
import { type Step, tokenizeSpan } from "./span-syntax.ts";

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

const whole = /^\[@(?:fig|tbl|sec|box|eq|any):[^[\]]*\]$/;

/**
 * Unified plug-in: cross-references as in pandoc-crossref and Quarto. What begins like one is parsed as one, so that a
 * mistake in it is reported, not printed; all other brackets are unchanged.
 */
export function remarkCrossReferences(this: Processor): void {
  addSyntax(this, syntax, "crossReference", toNode);
}

const tokenize = tokenizeSpan({ type: "crossReference", lineType: "crossReferenceText", read: () => step });

const syntax: Extension = { text: { [openingBracket]: { name: "crossReference", tokenize } } };

function step(text: string, character: string): Step {
  if (character !== "[" && character !== "]") return "more";
  return whole.test(text + character) ? "end" : "none";
}

function toNode(written: string): CrossReferenceNode {
  const value = written.slice(1, -1).replaceAll(/\s+/g, " ");
  return { type: "crossReference", value, data: { hName: "span", hProperties: { dataReference: value } } };
}
