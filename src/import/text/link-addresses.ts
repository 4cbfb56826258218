import type { PhrasingContent } from "mdast";
import { divideText } from "../../model/divide-text.ts";

/** An address; the angle brackets that mails put around it (RFC 3986, appendix C) are no part of the text. */
const address =
  /<((?:https?:\/\/[^\s<>"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+))>|https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]}]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Turns web and mail addresses in a text into links. */
export function linkAddresses(text: string): PhrasingContent[] {
  if (text === "") return [{ type: "text", value: text }];
  return divideText(text, text.matchAll(address), ([written, inner]): PhrasingContent[] => {
    const value = inner ?? written;
    const url = value.includes("://") ? value : `mailto:${value}`;
    return [{ type: "link", url, children: [{ type: "text", value }] }];
  });
}
