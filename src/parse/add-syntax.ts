import type { PhrasingContent } from "mdast";
import type { Extension, TokenType } from "micromark-util-types";
import type { Processor } from "unified";

/** Adds a tokenizer for constructs at these characters, and creates a node for each token. */
export function addSyntax(
  processor: Processor,
  syntax: Extension,
  type: TokenType,
  toNode: (written: string) => PhrasingContent,
): void {
  const data = processor.data();
  (data.micromarkExtensions ??= []).push(syntax);
  (data.fromMarkdownExtensions ??= []).push({
    enter: {
      [type](token) {
        this.enter(toNode(this.sliceSerialize(token)), token);
      },
    },
    exit: {
      [type](token) {
        this.exit(token);
      },
    },
  });
}
