import type { PhrasingContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { type BoxName, boxNames, type CalloutName, type Messages } from "../i18n/messages.ts";
import type { Properties } from "./directive.ts";

/** Boxes with their own title in parentheses after the name of the kind: "Theorem (Of Pythagoras)". */
const named: ReadonlySet<string> = new Set<BoxName>([
  "algorithm",
  "assumption",
  "axiom",
  "conjecture",
  "corollary",
  "criterion",
  "definition",
  "exercise",
  "lemma",
  "observation",
  "proof",
  "property",
  "proposition",
  "remark",
  "theorem",
]);

/**
 * Returns the title of a callout: the author's, else that of the other tool's box, from a class such as `box-theorem`,
 * else that of the callout.
 */
export function calloutTitle(
  callout: CalloutName,
  label: PhrasingContent[] | undefined,
  { className = [] }: Properties,
  words: Messages,
): PhrasingContent[] {
  const box = boxNames.find((name) => className.includes(`box-${name}`));
  const kind = box === undefined ? words.callouts[callout] : words.boxes[box];
  if (!label) return [{ type: "text", value: kind }];
  if (box === undefined || !named.has(box) || toString(label).toLowerCase().startsWith(kind.toLowerCase()))
    return label;
  return [{ type: "text", value: `${kind} (` }, ...label, { type: "text", value: ")" }];
}
