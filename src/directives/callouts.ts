import { calloutNames } from "../i18n/messages.ts";
import { calloutBox } from "./callout-box.ts";
import { calloutTitle } from "./callout-title.ts";
import { directive } from "./directive.ts";
import { splitLabel } from "./parts.ts";

/** `:::tip[Title]`, and one directive for each other kind of callout. */
export const callouts = calloutNames.map((name) =>
  directive({
    name,
    attributes: {},
    example: `:::${name}[Title]`,
    description: `A box of the kind "${name}", numbered where it has an id.`,
    container(node, { words, properties }) {
      const { label, rest } = splitLabel(node);
      return [calloutBox(node, name, calloutTitle(name, label, properties, words), rest, properties)];
    },
  }),
);
