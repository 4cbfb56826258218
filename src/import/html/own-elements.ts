import type { Element } from "hast";
import { defaultHandlers, type Handle, type State } from "hast-util-to-mdast";
import { toString } from "hast-util-to-string";
import { classesOf } from "../../model/hast.ts";
import { calloutNames } from "../../i18n/messages.ts";
import { inlineHtml } from "./inline-html.ts";
import type { PhrasingContent, RootContent } from "mdast";

/** Elements for our Markdown syntax: ids, formulas, page breaks, callouts, text in other languages. */
export const ownElements: Readonly<Record<string, Handle>> = {
  "heading-id": (_state, node: Element) => {
    const { id } = node.properties;
    const attributes = [...(id === undefined ? [] : [`#${String(id)}`]), ...classesOf(node).map((name) => `.${name}`)];
    return inlineHtml(` {${attributes.join(" ")}}`);
  },
  "landscape-pages": (state, node: Element) =>
    ({
      type: "containerDirective",
      name: "landscape",
      attributes: {},
      children: state.toFlow(state.all(node)),
    }) as unknown as RootContent,
  "anchor-id": (_state, node: Element) => inlineHtml(`<a id="${String(node.properties["id"])}"></a>`),
  "tex-formula": (_state, node: Element) => {
    const value = toString(node).trim();
    const isDisplayed = node.properties["display"] === "block";
    return isDisplayed ? { type: "math", value } : { type: "inlineMath", value };
  },
  hr: (_state, node: Element) =>
    String(node.properties["className"]) === "page-break"
      ? ({ type: "leafDirective", name: "page-break", attributes: {}, children: [] } as unknown as RootContent)
      : { type: "thematicBreak" },
  aside: callout,
  span: (state, node: Element) => {
    const { lang, dir } = node.properties;
    const isForeign = typeof lang === "string" && lang !== "" && toString(node).trim() !== "";
    if (!isForeign) return state.all(node);
    const attributes = { lang, ...(dir === "rtl" && { dir: "rtl" }) };
    return { type: "textDirective", name: "span", attributes, children: state.all(node) } as unknown as RootContent;
  },
  img: (state, node: Element) => {
    const image = defaultHandlers.img(state, node);
    const { dataId } = node.properties;
    return dataId === undefined ? image : [image, inlineHtml(`{#${String(dataId)}}`)];
  },
};

/** Other programs' names of callouts. */
const calloutKinds: Readonly<Record<string, string>> = {
  ...Object.fromEntries(calloutNames.map((name) => [name, name])),
  hint: "tip",
  danger: "caution",
  attention: "warning",
};

function callout(state: State, node: Element) {
  const isCallout = String(node.properties["className"]).includes("callout");
  const content = state.toFlow(state.all({ ...node, children: node.children.filter((child) => !isTitle(child)) }));
  if (!isCallout) return content;
  const title = node.children.find((child): child is Element => isTitle(child));
  const label = title && {
    type: "paragraph",
    data: { directiveLabel: true },
    children: state.all(title) as PhrasingContent[],
  };
  return {
    type: "containerDirective",
    name: calloutKinds[String(node.properties["dataKind"])] ?? "note",
    children: [...(label ? [label] : []), ...content],
  } as unknown as RootContent;
}

function isTitle(node: Element["children"][number]): node is Element {
  return node.type === "element" && String(node.properties["className"]) === "callout-title";
}
