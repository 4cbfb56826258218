import type { Element, Root } from "hast";
import { SKIP, visit } from "../model/visit.ts";
import { isElement } from "./hast.ts";

/** Attributes that only say how something looks (https://html.spec.whatwg.org/#non-conforming-features). */
const presentational = (
  "align background bgColor border cellPadding cellSpacing clear color compact face frameBorder hSpace loading noShade " +
  "noWrap rel rules size target vAlign vSpace"
).split(" ");
const cells = ["td", "th"];

/** Elements that only say how something looks, or are called otherwise today. */
const renamed: Readonly<Record<string, string>> = {
  acronym: "abbr",
  big: "span",
  center: "div",
  font: "span",
  strike: "del",
  tt: "code",
};

/** HTML of former days, as READMEs have it, as what it is today; what is lost is its look alone, which is not reported. */
export function renewFormerHtml(tree: Root): void {
  visit(tree, "element", (node, index, parent) => {
    node.tagName = renamed[node.tagName] ?? node.tagName;
    nameAnchor(node);
    for (const name of presentational) {
      if (name !== "align" || !cells.includes(node.tagName)) delete node.properties[name];
    }
    if (node.tagName !== "picture" || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1, ...node.children.filter((child) => !isElement(child, "source")));
    return [SKIP, index];
  });
}

/** `<a name="x">` names a place, as an id does. */
function nameAnchor({ tagName, properties }: Element): void {
  const { name } = properties;
  if (tagName !== "a" || typeof name !== "string" || name === "") return;
  properties.id ??= name;
  delete properties["name"];
}
