import { directive } from "../directive.ts";
import { element, withClass } from "../parts.ts";

export const landscape = directive({
  name: "landscape",
  attributes: {},
  example: ":::landscape",
  description:
    "Blocks on pages of their own that lie on their long side, in handouts and large print: for a wide table. A heading with `{.landscape}` turns its section.",
  container: (node, { properties }) => [element(node, "div", withClass("landscape", properties), node.children)],
});
