import { calloutNames, type Messages, messagesIn } from "../../i18n/messages.ts";
import { isKnownLanguage } from "../../model/known-language.ts";
import { calloutBox } from "../callout-box.ts";
import { calloutTitle } from "../callout-title.ts";
import { directive, type Properties } from "../directive.ts";
import { splitLabel } from "../parts.ts";

/** Returns the messages for the language of a box, if there are any. */
function wordsOf({ lang }: Properties, words: Messages): Messages {
  return typeof lang === "string" && isKnownLanguage(lang) ? (messagesIn(lang) ?? words) : words;
}

/** `:::tip[Title]`, and one directive for each other kind of callout. */
export const callouts = calloutNames.map((name) =>
  directive({
    name,
    attributes: {},
    example: `:::${name}[Title]`,
    description: `A box of the kind "${name}", numbered where it has an id.`,
    container(node, { words, properties }) {
      const { label, rest } = splitLabel(node);
      return [
        calloutBox(node, name, calloutTitle(name, label, properties, wordsOf(properties, words)), rest, properties),
      ];
    },
  }),
);
