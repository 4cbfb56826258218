import { toString } from "mdast-util-to-string";
import { directive } from "../directive.ts";
import { element, paragraph, splitLabel, withClass } from "../parts.ts";

// For form fields, here and in `field` and `write-on`, the tree only states what is to be filled in; templates turn it
// into lines or controls.

export const checklist = directive({
  name: "checklist",
  attributes: {},
  example: ":::checklist[Title]",
  description: "A list whose items all have boxes to tick, kept together with its title.",
  container(node, { properties }) {
    const { label, rest } = splitLabel(node);
    for (const list of rest) {
      if (list.type === "list") for (const item of list.children) item.checked ??= false;
    }
    const title = label ? [paragraph(label, "checklist-title")] : [];
    const group = { ...properties, role: "group", ...(label && { ariaLabel: toString(label) }) };
    return [element(node, "div", withClass("checklist", group), [...title, ...rest])];
  },
});
