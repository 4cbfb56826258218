import type { Nodes } from "mdast";
import { type Messages, messagesIn } from "../i18n/messages.ts";
import { isKnownLanguage } from "../model/known-language.ts";

/**
 * Returns a function that gives the messages for a block, in the language of the blocks around it; in those of the
 * article where none is given, or where there is no translation. It must be called for every node, parents first.
 */
export function trackMessages(words: Messages): (node: object, parent: object) => Messages {
  const known = new WeakMap<object, Messages>();
  return (node, parent) => {
    const around = known.get(parent) ?? words;
    const lang = (node as Nodes & { data?: { hProperties?: Record<string, unknown> } }).data?.hProperties?.["lang"];
    const own = typeof lang === "string" && isKnownLanguage(lang) ? (messagesIn(lang) ?? words) : around;
    known.set(node, own);
    return around;
  };
}
