import type { ElementContent, Properties } from "hast";
import { fromHtml } from "hast-util-from-html";
import { h } from "hastscript";
import { classesOf, isElement } from "../hast.ts";

/** Elements of the citation processor that are kept. */
const allowed = new Set(["i", "b", "sup", "sub", "u"]);

/** Converts the processor's HTML to hast: a few elements are rebuilt, all others are reduced to their text. */
export function safeHtml(html: string): ElementContent[] {
  return fromHtml(html, { fragment: true }).children.flatMap((node) => (node.type === "doctype" ? [] : rebuild(node)));
}

function rebuild(node: ElementContent): ElementContent[] {
  if (node.type === "text") return [{ type: "text", value: node.value }];
  if (!isElement(node)) return [];
  const children = node.children.flatMap(rebuild);
  const { dataCite, style } = node.properties;
  if (node.tagName === "div") return [h("div", { className: [...classesOf(node)] }, ...children)];
  if (dataCite !== undefined) return [h("span", { dataCite: String(dataCite) }, ...children)];
  if (allowed.has(node.tagName)) return [h(node.tagName, {}, ...children)];
  const look = lookOf(String(style ?? ""));
  return look ? [h("span", look, ...children)] : children;
}

/** Returns classes for formatting without an element: our pages have no style attributes. */
function lookOf(style: string): Properties | undefined {
  if (style.includes("small-caps")) return { className: ["small-caps"] };
  return style.includes("font-style:normal") ? { className: ["upright"] } : undefined;
}
