import { directive } from "../directive.ts";
import { span as spanOf } from "../parts.ts";

export const span = directive({
  name: "span",
  attributes: {},
  example: ":span[words]{lang=es}",
  description: "Words in a line with a language, a direction, classes or an id.",
  text: (node, { properties }) => [spanOf(node, properties)],
});
