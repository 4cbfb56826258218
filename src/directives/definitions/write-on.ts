import type { PhrasingContent, RootContent } from "mdast";
import type { ContainerDirective, LeafDirective } from "mdast-util-directive";
import { z } from "zod";
import { directive, type DirectiveUse } from "../directive.ts";
import { element, paragraph, splitLabel, withClass } from "../parts.ts";
import type { IssueParams } from "../read-attributes.ts";

const attributes = {
  lines: z
    .string()
    .default("3")
    .refine((lines) => /^([1-9]|[1-3]\d|40)$/.test(lines), {
      message: "is not a number of lines.",
      params: { hint: "Write a number from 1 to 40." } satisfies IssueParams,
    })
    .describe("The number of lines, from 1 to 40."),
};

export const writeOn = directive({
  name: "write-on",
  attributes,
  example: "::write-on[Question]{lines=4}",
  description: "Ruled lines below a question; a block can have content in between.",
  container(node, use) {
    const { label, rest } = splitLabel(node);
    return [linesBelow(node, label, rest, use)];
  },
  leaf: (node, use) => [linesBelow(node, node.children.length > 0 ? node.children : undefined, [], use)],
});

function linesBelow(
  node: ContainerDirective | LeafDirective,
  label: PhrasingContent[] | undefined,
  rest: readonly RootContent[],
  { attributes: { lines }, properties }: DirectiveUse<typeof attributes>,
): RootContent {
  const question = label ? [paragraph(label, "write-on-question")] : [];
  return element(node, "div", withClass("write-on", { ...properties, dataLines: lines }), [...question, ...rest]);
}
