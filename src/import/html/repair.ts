import type { Element, Root } from "hast";
import { toString } from "hast-util-to-string";
import { h } from "hastscript";
import { SKIP, visit } from "../../model/visit.ts";
import { joinCodeLines } from "./join-code-lines.ts";
import { classesOf } from "../../model/hast.ts";
import { formulaOf } from "./formulas.ts";
import { nestLists } from "./nest-lists.ts";
import { buildOfficeLists } from "./office-lists.ts";
import { repairCell } from "./repair-cell.ts";
import { unwrapSelfLink } from "./self-link.ts";

/** Elements for visual use, scripts or screen readers only. */
const removed =
  /^(?:headerlink|pilcrow|anchor(?:js-link|-link)?|permalink|heading-anchor|heading-link|hash-link|mw-editsection|mw-jump-link|mwe-math-fallback-image-(?:inline|display)|katex-html|MathJax(?:_\w+)?|noprint|sr-only|visually-hidden|screen-reader-text|linenos|gutter|line-numbers|navbox|catlinks|printfooter)$/;

/** Replaces other programs' markup by equivalent plain elements. */
export function repairHtml(root: Root, language: string | undefined): void {
  visit(root, "comment", (_node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  buildOfficeLists(root);
  visit(root, "element", (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const formula = formulaOf(node);
    if (formula) {
      parent.children[index] = formula;
      return SKIP;
    }
    if (isApart(node)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (isPlain(node, parent)) {
      parent.children.splice(index, 1, ...node.children);
      return index;
    }
    if (node.tagName === "font") node.tagName = "code";
    if (hasPageBreak(node) && parent.type === "root" && index > 0) {
      delete node.properties["style"];
      parent.children.splice(index, 0, h("hr", { className: ["page-break"] }));
      return index + 1;
    }
    repairElement(node, language);
    return undefined;
  });
  visit(root, "element", (node) => void (/^t[hd]$/.test(node.tagName) && repairCell(node)));
  nestLists(root);
  joinCodeLines(root);
}

const monospaced = /courier|consolas|mono\b|menlo/i;

function isApart(node: Element): boolean {
  const { className, style, title } = node.properties;
  // LibreOffice writes the page header and footer this way.
  if (node.tagName === "div" && (title === "header" || title === "footer")) return true;
  if (/display:\s*none/.test(String(style ?? "")) && node.tagName !== "math") return !/mathml/.test(String(className));
  return Array.isArray(className) && className.some((name) => removed.test(String(name)));
}

/** Reports whether an element has no meaning here: underlining in links, labels of check boxes, fonts. */
function isPlain(node: Element, parent: Element | Root): boolean {
  const isLink = parent.type === "element" && parent.tagName === "a";
  return (
    (node.tagName === "font" && !monospaced.test(String(node.properties["face"]))) ||
    (node.tagName === "u" &&
      (isLink || node.children.some((child) => child.type === "element" && child.tagName === "a"))) ||
    (node.tagName === "label" && holdsBox(node))
  );
}

function hasPageBreak(node: Element): boolean {
  return /(?:page-)?break-before:\s*(?:always|page)/.test(String(node.properties["style"] ?? ""));
}

function holdsBox(node: Element): boolean {
  return node.children.some((child) => child.type === "element" && child.tagName === "input");
}

function repairElement(node: Element, language: string | undefined): void {
  const { properties } = node;
  if (node.tagName === "p" && String(properties["className"]) === "title") node.tagName = "h1";
  if (node.tagName === "span") node.tagName = styledElement(String(properties["style"] ?? ""));
  if (node.tagName === "span" && sameLanguage(properties["lang"], language)) delete properties["lang"];
  if (/^h[1-6]$/.test(node.tagName)) unwrapSelfLink(node);
  if (node.tagName === "pre") nameLanguage(node);
  if (node.tagName === "div") codeOf(node);
  if (node.tagName === "img") sourceOf(node);
  if (/^(?:div|p)$/.test(node.tagName)) repairBox(node);
}

/** Returns the element that says what the style of a span shows. */
function styledElement(style: string): string {
  if (/(?:^|;)\s*font-weight:\s*(?:bold|[6-9]00)/.test(style)) return "strong";
  if (/(?:^|;)\s*font-style:\s*(?:italic|oblique)/.test(style)) return "em";
  return /(?:^|;)\s*text-decoration(?:-line)?:\s*line-through/.test(style) ? "del" : "span";
}

function sameLanguage(lang: unknown, language: string | undefined): boolean {
  const primary = (tag: unknown): string => (typeof tag === "string" ? tag : "").toLowerCase().split("-")[0] ?? "";
  return lang !== undefined && language !== undefined && primary(lang) === primary(language);
}

const languageClass = /^(?:language-|lang-|highlight-source-|highlight-|brush:\s*)([\w+#-]+)$/;
const notLanguages = new Set([
  "sourceCode",
  "numberSource",
  "numberLines",
  "literate",
  "highlight",
  "default",
  "none",
  "chroma",
]);

/** Sets the language of a code block, wherever the page states it. Removes line anchors. */
function nameLanguage(pre: Element): void {
  visit(pre, "element", (node, index, parent) => {
    if (node.tagName !== "a" || !parent || index === undefined || toString(node).trim() !== "") return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  const inner = pre.children.find((child): child is Element => child.type === "element" && child.tagName === "code");
  const code = inner ?? h("code", ...pre.children);
  if (!inner) pre.children = [code];
  const names = [code, pre].flatMap(({ properties: { className } }) =>
    Array.isArray(className) ? className.map(String) : [],
  );
  const marked = names.map((name) => languageClass.exec(name)?.[1]).find((name) => name !== undefined);
  const plain = names.includes("sourceCode")
    ? names.find((name) => !notLanguages.has(name) && /^[a-z+#]+$/i.test(name))
    : undefined;
  const named = pre.properties["dataLang"] ?? code.properties["dataLang"] ?? pre.properties["dataLanguage"];
  const language = marked ?? plain ?? (typeof named === "string" ? named : undefined);
  code.properties["className"] = language === undefined || notLanguages.has(language) ? [] : [`language-${language}`];
}

/** Reads the language from the element around the block, as in GitHub, Sphinx and Jekyll. */
function codeOf(node: Element): void {
  const names = classesOf(node);
  const language = names
    .map((name) => languageClass.exec(name)?.[1])
    .find((name) => name !== undefined && !notLanguages.has(name));
  if (language === undefined) return;
  visit(node, "element", (pre) => void (pre.tagName === "pre" && (pre.properties["dataLang"] ??= language)));
}

/** Sets the source of an image that a script would load. */
function sourceOf({ properties }: Element): void {
  const late = properties["dataSrc"] ?? properties["dataOriginal"] ?? properties["dataLazySrc"];
  const isPlaceholder = String(properties["src"] ?? "").startsWith("data:image/gif") || !properties["src"];
  if (isPlaceholder && typeof late === "string") properties["src"] = late;
}

const boxNames = /^(?:note|tip|hint|important|warning|caution|danger|attention|seealso|info)$/;
const boxTitles = /^(?:admonition-title|callout-title|alert-heading|alert-title|title)$/;

/** Converts admonitions of Sphinx, MkDocs and Docusaurus to callouts, and older figure markup to figures. */
function repairBox(node: Element): void {
  const names = classesOf(node);
  const isBox = names.some((name) => /^(?:admonition|callout|alert|markdown-alert)$/.test(name));
  const kind = names
    .map((name) => name.replace(/^(?:callout|alert|admonition|markdown-alert)-/, ""))
    .find((name) => boxNames.test(name));
  if (isBox && kind !== undefined) {
    node.tagName = "aside";
    node.properties = { className: ["callout"], dataKind: kind };
    visit(node, "element", (child) => {
      const own = Array.isArray(child.properties["className"]) ? child.properties["className"].map(String) : [];
      if (child !== node && own.some((name) => boxTitles.test(name) || name === "markdown-alert-title"))
        child.properties = { className: ["callout-title"] };
    });
  }
  if (
    node.tagName === "div" &&
    names.some((name) => /^(?:figure|wp-caption|thumb(?:inner)?|captioned-image)$/.test(name))
  ) {
    const caption = node.children.find(
      (child): child is Element => child.type === "element" && /caption/.test(String(child.properties["className"])),
    );
    if (!caption) return;
    node.tagName = "figure";
    caption.tagName = "figcaption";
  }
}
