import type { Element, Root } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { countWith, messagesFor } from "../../i18n/messages.ts";
import { type Outcome, succeed } from "../../model/outcome.ts";
import type { Page, SubsetFont } from "../../model/page.ts";
import type { Publication } from "../../model/publication.ts";
import { assemble } from "../../template/assemble.ts";
import { contentsList, countSections } from "../../template/contents-list.ts";
import { contentSecurityPolicy, dataAddress, embedImages } from "../../template/embed.ts";
import { fileView, type FileView, type FinishedFile } from "../../template/file-view.ts";
import { fontFaces } from "../../template/fonts.ts";
import { fillLayout, styleFor, type Template } from "../../template/load.ts";
import { formulaWidth } from "../../template/formula-width.ts";
import { locateTerms } from "../../template/locate-terms.ts";
import type { TemplateChoices } from "../../template/options.ts";
import { metadataView } from "../../template/view.ts";
import { jsonLd } from "./json-ld.ts";
import { linkHeadings } from "./link-headings.ts";
import { readingTime } from "./reading-time.ts";
import { openWorksheets } from "../../template/worksheet/open-worksheets.ts";

const html = unified()
  .use(rehypeStringify, { quoteSmart: false, characterReferences: { useNamedReferences: false } })
  .freeze();

/**
 * One self-contained web page: its styles, fonts and images are inside it, and nothing in it runs but the template's own
 * script. `finished` are the files of the other editions, which the page offers.
 */
export function composeWeb(
  template: Template,
  publication: Publication,
  options: TemplateChoices,
  fonts: readonly SubsetFont[],
  finished: readonly FinishedFile[] = [],
): Outcome<Page> {
  const { metadata } = publication;
  const { language } = metadata;
  const words = messagesFor(language);
  const tree = assemble(publication);
  locateTerms(tree, language);
  makeScrollable(tree);
  markWideFormulas(tree);
  // Before worksheets, whose controls are labelled already.
  openTasks(tree);
  const files = firstOfEachFormat(finished.map((file) => fileView(file, words, language)));
  openWorksheets(tree, words, files);
  const minutes = readingTime(tree, language);
  linkHeadings(tree, words);
  embedImages(tree, publication.images);
  const faces = fontFaces(fonts, (font) => dataAddress("font/woff2", font.bytes));
  const style = `${faces}\n:root{--accent:${String(options["accent"] ?? "")}}\n${styleFor(template, "web", fonts)}`;
  const contents =
    options["contents"] !== false && countSections(publication) > 2
      ? toHtml({ type: "root", children: [contentsList(publication, options)] })
      : null;
  const { layout, script: scriptFile } = template.settings.screen;
  const script = scriptFile === undefined ? undefined : template.files.get(scriptFile);
  const view = metadataView(metadata, options, words);
  const laidOut = fillLayout(template, layout, {
    ...view,
    title_content: titleContent(publication),
    policy: contentSecurityPolicy(style, script),
    style,
    script: script ?? null,
    json_ld: jsonLd(metadata, view, files),
    files,
    reading_time: countWith(words.web.readingTime, minutes, language),
    contents,
    body: toHtml(tree),
  });
  return laidOut.ok
    ? succeed({ path: "index.html", title: metadata.title, content: laidOut.value }, laidOut.diagnostics)
    : laidOut;
}

/** hast as HTML text. */
function toHtml(tree: Root): string {
  return html.stringify(tree);
}

/** Characters of a phone's line, in em: a formula in a line that is wider scrolls by itself. */
const phoneLine = 16;

function markWideFormulas(tree: Root): void {
  visit(tree, "element", (node) => {
    const { className } = node.properties;
    if (node.tagName !== "span" || !Array.isArray(className) || !className.includes("formula")) return;
    if (formulaWidth(node) > phoneLine) node.properties.className = [...className, "wide"];
  });
}

/** A table wider than a phone scrolls by itself, and the keyboard can reach it (WCAG 2.2, 2.1.1 and 1.4.10). */
function makeScrollable(tree: Root): void {
  let count = 0;
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "table" || !parent || index === undefined) return undefined;
    const caption = node.children.find(
      (child): child is Element => child.type === "element" && child.tagName === "caption",
    );
    count += 1;
    if (caption) caption.properties.id ??= `table-caption-${count}`;
    const name = caption ? { ariaLabelledBy: [String(caption.properties.id)] } : { ariaLabel: `table ${count}` };
    parent.children[index] = {
      type: "element",
      tagName: "div",
      properties: { className: ["scroll"], role: "region", tabIndex: 0, ...name },
      children: [node],
    };
    return SKIP;
  });
}

const phrasing = new Set(
  ["a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "em", "i", "input", "ins", "kbd", "mark"].concat([
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "u",
    "var",
    "wbr",
  ]),
);

/** On a page the boxes of a task list can be ticked; the words of its item are the box's label. */
function openTasks(tree: Root): void {
  visit(tree, "element", (node, index, parent) => {
    if (node.tagName !== "input" || !parent || index === undefined) return undefined;
    delete node.properties["disabled"];
    const rest = parent.children.slice(index);
    const end = rest.findIndex((child) => child.type === "element" && !phrasing.has(child.tagName));
    const labelled = rest.slice(0, end < 0 ? undefined : end) as Element["children"];
    const label: Element = { type: "element", tagName: "label", properties: {}, children: labelled };
    parent.children.splice(index, labelled.length, label);
    return [SKIP, index + 1];
  });
}

/** The title with its inline markup, where it is an article's; several chapters have a title without. */
function titleContent(publication: Publication): string {
  const [only] = publication.chapters;
  const isArticle = publication.chapters.length === 1 && only?.title === publication.metadata.title;
  return toHtml({
    type: "root",
    children: isArticle ? [...only.titleContent] : [{ type: "text", value: publication.metadata.title }],
  });
}

/** A handout and an e-book come first, further editions of a format behind them. */
function firstOfEachFormat(files: readonly FileView[]): FileView[] {
  const isFirst = (file: FileView): boolean => files.find(({ format }) => format === file.format) === file;
  return [...files.filter((file) => isFirst(file)), ...files.filter((file) => !isFirst(file))];
}
