import type { PhrasingContent } from "mdast";
import { divideText } from "../../model/divide-text.ts";

const address = /https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]}]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Turns web and mail addresses in a text into links. */
export function linkAddresses(text: string): PhrasingContent[] {
  if (text === "") return [{ type: "text", value: text }];
  return divideText(text, text.matchAll(address), ([value]): PhrasingContent[] => {
    const url = value.includes("://") ? value : `mailto:${value}`;
    return [{ type: "link", url, children: [{ type: "text", value }] }];
  });
}
