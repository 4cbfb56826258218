import type { PhrasingContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { type BoxName, boxNames, type CalloutName, type Messages } from "../i18n/messages.ts";
import type { Properties } from "./directive.ts";

/** Boxes whose own title stands in parentheses behind the name of their kind: "Theorem (Of Pythagoras)". */
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
 * The title of a callout: what its author wrote, else what the box of another tool is called, which a class
 * `box-theorem` tells, else the name of the callout.
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
