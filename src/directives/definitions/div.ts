import { directive } from "../directive.ts";
import { element } from "../parts.ts";

export const div = directive({
  name: "div",
  attributes: {},
  example: ":::div{lang=ar dir=rtl}",
  description: "Blocks with a language, a direction, classes or an id.",
  container: (node, { properties }) => [element(node, "div", properties, node.children)],
});
