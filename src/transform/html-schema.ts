import { defaultSchema, type Options as Schema } from "rehype-sanitize";

const global = ["id", "className", "lang", "dir", "title", "ariaLabel", "ariaLabelledBy", "ariaDescribedBy", "ariaHidden"];

/**
 * Which elements and attributes an article may bring: GitHub's list, with what a document needs beyond it and what
 * loads, runs or submits taken away. Ids keep their names because nothing in a page of ours runs.
 */
export const htmlSchema: Schema = {
  ...defaultSchema,
  clobber: [],
  clobberPrefix: "",
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => !["picture", "source", "strike", "tt"].includes(name)),
    ...["abbr", "address", "article", "aside", "bdi", "bdo", "caption", "cite", "col", "colgroup", "data", "dfn", "figcaption"],
    ...["figure", "footer", "header", "mark", "nav", "small", "time", "u", "wbr"],
  ],
  attributes: {
    ...defaultSchema.attributes,
    "*": [...global, "dataKind"],
    a: ["href", "dataFootnoteRef", "dataFootnoteBackref"],
    abbr: ["title"],
    aside: [["role", "note"]],
    code: [],
    blockquote: ["cite"],
    q: ["cite"],
    details: ["open"],
    summary: [],
    table: [],
    dl: [],
    div: [],
    h2: [],
    source: [],
    col: ["span"],
    colgroup: ["span"],
    data: ["value"],
    del: ["cite", "dateTime"],
    img: ["src", "alt", "width", "height"],
    input: [["type", "checkbox"], "checked", ["disabled", true]],
    ins: ["cite", "dateTime"],
    li: ["value"],
    ol: ["start", "reversed", "type"],
    section: ["dataFootnotes"],
    td: ["align", "colSpan", "rowSpan", "headers"],
    th: ["align", "colSpan", "rowSpan", "headers", "scope", "abbr"],
    time: ["dateTime"],
    ul: [],
  },
  protocols: { ...defaultSchema.protocols, href: ["http", "https", "mailto", "tel"], src: [] },
  required: { input: { disabled: true, type: "checkbox" } },
  strip: ["script", "style", "iframe", "object", "embed", "template", "noscript", "title"],
};
