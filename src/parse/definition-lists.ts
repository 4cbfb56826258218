import type { Root } from "mdast";
import type { Code, Construct, Extension, TokenizeContext, Tokenizer } from "micromark-util-types";
import type { Processor } from "unified";
import { visit } from "../model/visit.ts";

const colon = 58;

/** A definition of several paragraphs is not one run of text, also where no empty line stands before it. */
export function spreadDefinitions(tree: Root): void {
  visit(tree, (node) => {
    if (node.type !== "defListDescription") return;
    if (node.children.filter(({ type }) => type === "paragraph").length > 1) node.spread = true;
  });
}

/**
 * unified plug-in, after remark-definition-list, whose parser looks back from every line that begins with a colon, as
 * far as the last list or the beginning of the text: only where a space follows the colon, and over so many lines.
 */
export function remarkBoundedDefinitions(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => bounded(extension));
}

/** Events of the parser, some of them to a line: no term is longer. */
const mostEvents = 2000;

function bounded(extension: Extension): Extension {
  const construct = extension.document?.[colon];
  if (!construct || Array.isArray(construct) || construct.name !== "defList") return extension;
  const tokenize: Tokenizer = function (effects, ok, nok) {
    const near: TokenizeContext = Object.create(this, {
      events: { value: this.events.slice(-mostEvents) },
    }) as TokenizeContext;
    return effects.check(marked, (code) => construct.tokenize.call(near, effects, ok, nok)(code), nok);
  };
  return { ...extension, document: { ...extension.document, [colon]: { ...construct, tokenize } } };
}

/** A colon with a space, a tab or the end of the line behind it. */
const marked: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      if (code !== colon) return nok(code);
      effects.enter("data");
      effects.consume(code);
      effects.exit("data");
      return (next) => (isSpace(next) ? ok(next) : nok(next));
    };
  },
};

/** As micromark writes them: line ends and tabs are below 0. */
function isSpace(code: Code): boolean {
  return code === null || code < 0 || code === 32;
}
