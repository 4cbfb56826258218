import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { editionName } from "../../i18n/edition-name.ts";
import type { Messages } from "../../i18n/messages.ts";
import { copyOf } from "../../model/copy.ts";
import type { EditionName } from "../../model/edition.ts";
import { editionOf } from "../../model/every-edition.ts";
import { type Outcome, succeed } from "../../model/outcome.ts";
import { contentsId, titleId } from "../../model/own-ids.ts";
import type { PrintPage, SubsetFont } from "../../model/page.ts";
import type { Measured } from "../../model/page-map.ts";
import type { Publication } from "../../model/publication.ts";
import { runTransforms } from "../../model/transform.ts";
import { assemble } from "../../template/assemble.ts";
import { contentsList, countSections } from "../../template/contents-list.ts";
import { dataAddress } from "../../template/data-address.ts";
import { contentSecurityPolicy } from "../../template/embed.ts";
import { fontFaces } from "../../template/fonts.ts";
import { illustrationLists } from "../../template/illustration-lists.ts";
import { fillLayout, styleFor, type Template } from "../../template/load.ts";
import type { TemplateChoices } from "../../template/options.ts";
import { metadataView } from "../../template/view.ts";
import { bookmarksOf } from "./compose/page-outline.ts";
import { wordsInBlocks } from "./compose/mark-words.ts";
import { fitSheet } from "./compose/fit-sheet.ts";
import { hyphenateHeadings } from "./compose/hyphenate.ts";
import { divideDocument, divideText, type TextPart } from "./compose/divide-document.ts";
import { nameDestinations } from "./compose/name-destinations.ts";
import { cornersOf, pageRules } from "./compose/page-rules.ts";
import { openPrintDocument, type PrintDocument } from "./compose/print-document.ts";
import { hasColumns } from "./compose/papers.ts";
import { printTransforms } from "./compose/print-transforms.ts";
import { qrCode } from "./compose/qr-code.ts";
import { mostPlans } from "./footnotes/plan-areas.ts";

/** Ids of the layout's own headings. The dot keeps them apart from ids in the text. */

/**
 * Floating figures and page numbers in the contents list can shift pages; a fourth pass settles all but contrived
 * texts.
 */
const mostPrints = 4;

/**
 * Composes the self-contained document that the browser prints: everything for assistive technology is text in it, and
 * features that paper lacks are replaced. `measured` comes from earlier prints of the same document; it supplies page
 * numbers for the contents list and references, and tells which figures left a gap.
 */
export function composePrint(
  template: Template,
  publication: Publication,
  edition: EditionName,
  options: TemplateChoices,
  fonts: readonly SubsetFont[],
  measured: Measured = {},
): Outcome<PrintPage> {
  const document = openPrintDocument({ template, publication, edition, options, measured });
  runTransforms(printTransforms, document);
  const { notes, turned, blocks, fields, pageMarks, longTables, words } = document;
  const { counted } = measured;
  const laidOut = layOut(document, fonts);
  if (!laidOut.ok) return laidOut;
  const { content, parts, idsBefore } = laidOut.value;
  const mayDivide = parts.length > 1 && !notes.plan && turned.size === 0;
  const page = {
    path: "print.html",
    title: publication.metadata.title,
    content,
    ...(mayDivide && { parts: () => divideDocument(content, parts, idsBefore) }),
    blocks,
    wordsIn: (some: ReadonlySet<string>) => wordsInBlocks(assemble(publication), some),
    corners: cornersOf(fitSheet(document), publication.metadata.direction, turned.size > 0),
    fields,
    publication: notes.publication,
    outline: bookmarksOf(notes.publication, words, counted && { edition: counted.edition, marks: pageMarks, titleId }),
    pageMarks,
    longTables,
  };
  const printing = notes.plan ? { notes: notes.plan, mostPrints: mostPrints + mostPlans } : { mostPrints };
  return succeed({ ...page, ...printing }, [...laidOut.diagnostics, ...notes.diagnostics]);
}

interface LaidOut {
  readonly content: string;
  readonly parts: readonly TextPart[];
  /** The ids before the text. */
  readonly idsBefore: readonly string[];
}

/** Renders the tree with the template's layout. */
function layOut(document: PrintDocument, fonts: readonly SubsetFont[]): Outcome<LaidOut> {
  const { template, edition, options, publication: source, words, tree, notes, pages, design, pageMarks } = document;
  const { counted } = document.measured;
  const { metadata } = source;
  const { publication, layout, placement } = notes;
  const style = [
    fontFaces(fonts, (font) => dataAddress("font/ttf", font.bytes), "truetype"),
    `:root{--accent:${options.accent}}`,
    styleFor(template, edition, fonts, metadata.language) + (source.styles?.print ?? ""),
    pageRules(fitSheet(document), metadata.direction, document.turned.size > 0),
    ...(layout ? [layout.rules] : []),
  ].join("\n");
  const hasContents = options.contents && countSections(publication) > 2;
  const contents = [
    ...(hasContents ? [contentsList(publication, options, pages)] : []),
    ...illustrationLists(tree, metadata.lists, words, pages),
  ];
  const idsBefore = contents.length > 0 ? [titleId, contentsId] : [titleId];
  const parts = divideText(tree, style);
  const filled = fillLayout(template, template.settings.print.layout, {
    ...metadataView(metadata, options, words),
    for_advisers: editionOf(edition).audience === "adviser" ? words.forAdvisers : null,
    title_content: titleContent(publication, design === "large-print"),
    title_id: titleId,
    contents_id: contentsId,
    policy: contentSecurityPolicy(style),
    style,
    contents: contents.length > 0 ? toHtml({ type: "root", children: contents }) : null,
    note_boxes: toHtml([...(layout?.boxes ?? [])]),
    notes_at: placement,
    columns: hasColumns(options, design) ? options.columns : "1",
    body: parts.map(({ html }) => html).join(""),
    // The page that says whether a copy is current also links to the text.
    web_code: options["qr-codes"] === "none" ? null : codeFor(metadata.release?.check ?? metadata.url, words),
    margin_pages:
      counted && pageMarks.size > 0 ? words.marginPages.replace("#", editionName(counted.edition, words)) : null,
    destinations: toHtml(nameDestinations([...idsBefore, ...parts.flatMap(({ ids }) => ids)])),
  });
  return filled.ok ? succeed({ content: filled.value, parts, idsBefore }, filled.diagnostics) : filled;
}

function codeFor(url: string | undefined, words: Messages): string | null {
  const code = url === undefined ? undefined : qrCode(url, words);
  return code ? toHtml(code) : null;
}

/** Returns the title with its inline markup if it is an article's; the title of several chapters has none. */
function titleContent(publication: Publication, isLargePrint: boolean): string {
  const [only] = publication.chapters;
  const isArticle = publication.chapters.length === 1 && only?.title === publication.metadata.title;
  const title: readonly ElementContent[] = isArticle
    ? copyOf(only.titleContent)
    : [{ type: "text", value: publication.metadata.title }];
  const heading: Element = { type: "element", tagName: "h1", properties: {}, children: [...title] };
  hyphenateHeadings({ type: "root", children: [heading] }, publication.metadata.language, isLargePrint);
  return toHtml({ type: "root", children: heading.children });
}
