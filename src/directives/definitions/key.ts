import { editionsFor } from "../../model/every-edition.ts";
import { calloutBox } from "../callout-box.ts";
import { marked } from "./conditions.ts";
import { directive } from "../directive.ts";
import { splitLabel } from "../parts.ts";

export const key = directive({
  name: "key",
  attributes: {},
  example: ":::key[Title]",
  description: "Answers, in the editions for advisers alone.",
  container(node, { words, properties }) {
    const { label = [{ type: "text", value: words.answerKey }], rest } = splitLabel(node);
    return [calloutBox(node, "key", label, rest, { ...properties, ...marked(editionsFor("adviser")) })];
  },
});
