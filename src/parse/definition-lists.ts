import type { Root } from "mdast";
import type { Code, Construct, Extension, TokenizeContext, Tokenizer } from "micromark-util-types";
import type { Processor } from "unified";
import { visit } from "../model/visit.ts";

const colon = 58;

/** Marks definitions with several paragraphs as spread, even without a preceding empty line. */
export function spreadDefinitions(tree: Root): void {
  visit(tree, (node) => {
    if (node.type !== "defListDescription") return;
    if (node.children.filter(({ type }) => type === "paragraph").length > 1) node.spread = true;
  });
}

/**
 * Unified plug-in, after remark-definition-list, whose parser looks back from every line that starts with a colon to
 * the last list or the start of the text. Limits this to colons followed by a space, and to a maximum number of events.
 */
export function remarkBoundedDefinitions(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => bounded(extension));
}

/** Maximum number of parser events to look back, a few for each line: no term is longer. */
const maxEvents = 2000;

function bounded(extension: Extension): Extension {
  const construct = extension.document?.[colon];
  if (!construct || Array.isArray(construct) || construct.name !== "defList") return extension;
  const tokenize: Tokenizer = function (effects, ok, nok) {
    const near: TokenizeContext = Object.create(this, {
      events: { value: this.events.slice(-maxEvents) },
    }) as TokenizeContext;
    return effects.check(marked, (code) => construct.tokenize.call(near, effects, ok, nok)(code), nok);
  };
  return { ...extension, document: { ...extension.document, [colon]: { ...construct, tokenize } } };
}

/** A colon followed by a space, a tab or the end of the line. */
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

/** In micromark, line ends and tabs are negative codes. */
function isSpace(code: Code): boolean {
  return code === null || code < 0 || code === 32;
}
