import type { Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { type Messages, messagesFor } from "../../i18n/messages.ts";
import { type Edition, type EditionName, editions } from "../../model/edition.ts";
import { type Outcome, succeed } from "../../model/outcome.ts";
import type { PrintPage, SubsetFont } from "../../model/page.ts";
import type { FootnotePlan } from "../../model/footnote-plan.ts";
import type { Measured, PagePositions } from "../../model/page-map.ts";
import type { Publication } from "../../model/publication.ts";
import { assemble } from "../../template/assemble.ts";
import { contentsList, countSections } from "../../template/contents-list.ts";
import { contentSecurityPolicy, dataAddress, embedImages } from "../../template/embed.ts";
import { fontFaces } from "../../template/fonts.ts";
import { fillLayout, styleFor, type Template } from "../../template/load.ts";
import { locateTerms } from "../../template/locate-terms.ts";
import type { TemplateChoices } from "../../template/options.ts";
import { drawCheckBoxes } from "../../template/draw-check-boxes.ts";
import { breakLongBlocks } from "./compose/break-long-blocks.ts";
import { describeFormulas } from "./compose/describe-formulas.ts";
import { identifyBlocks } from "./compose/identify-blocks.ts";
import { keepShortParagraphs } from "./compose/keep-short-paragraphs.ts";
import { floatFigures } from "./compose/float-figures.ts";
import { hyphenate } from "./compose/hyphenate.ts";
import { fitFormulas } from "../../template/fit-formulas.ts";
import { lineariseTables } from "../../template/linearise-tables.ts";
import { listDefinitions } from "./compose/list-definitions.ts";
import { markDenseTables } from "../../template/mark-dense-tables.ts";
import { markLongTables } from "./compose/mark-long-tables.ts";
import { markWords, wordsInBlocks } from "./compose/mark-words.ts";
import { nameDestinations } from "./compose/name-destinations.ts";
import { openDetails } from "../../template/open-details.ts";
import { cornersOf, fitForNotes, pageRules, textHeight } from "./compose/page-rules.ts";
import { regularTables } from "./compose/regular-tables.ts";
import { type Sheet, sheetFor } from "./compose/papers.ts";
import { noteLinks } from "./compose/note-links.ts";
import { openFields } from "./compose/open-fields.ts";
import { placeNotes } from "./footnotes/place-footnotes.ts";
import { mostPlans } from "./footnotes/plan-areas.ts";
import { referToNotes } from "./footnotes/refer-to-footnotes.ts";
import { referToPages } from "./compose/refer-to-pages.ts";
import { placeQrCodes, qrCode } from "./compose/qr-code.ts";
import { settlePositions } from "./compose/settle-positions.ts";
import { showAddresses } from "./compose/show-addresses.ts";
import { wrapCharts } from "./compose/wrap-charts.ts";
import { spareInk } from "./compose/spare-ink.ts";
import { metadataView } from "../../template/view.ts";
import { ruleWorksheets } from "../../template/worksheet/rule-worksheets.ts";

/** Ids of the layout's own headings. A dot keeps them apart from the ids of the text. */
const titleId = "offprint.title";
const contentsId = "offprint.contents";

/** The length of a line, in em of its type: of one column, of two, and in large print. */
const lineInEm = { whole: 31, half: 19, large: 23 } as const;

/** Characters to a line of the smallest type of a table in a handout. */
const smallestMeasure = 104;

/**
 * A document for the browser that prints: complete in itself, everything that must be heard is text in it, and what
 * paper cannot do is undone. What was `measured` in earlier prints of the same document puts page numbers into the
 * contents list and behind references, and tells which figures left a hole.
 */
export function composePrint(
  template: Template,
  given: Publication,
  edition: EditionName,
  options: TemplateChoices,
  fonts: readonly SubsetFont[],
  measured: Measured = {},
): Outcome<PrintPage> {
  const { metadata } = given;
  const { design }: Edition = editions[edition];
  const words = messagesFor(metadata.language);
  const view = metadataView(metadata, options, words);
  const tree = assemble(given);
  if (measured.words) markWords(tree, measured.words);
  markLongTables(tree);
  const plain = sheetFor(template, edition, options);
  // Early: what follows reads the notes where they are read.
  const height = textHeight(plain);
  const positions = measured.positions && settlePositions(measured.positions, height);
  const placed = placeNotes(tree, withNotesFor(given, plain), { ...measured, ...(positions && { positions }) }, height);
  const { publication, placement, plan } = placed;
  const pages = positions && pagesWith(positions, plan, height);
  const sheet = fitForNotes(plain, placement);
  referToNotes(tree, placed.moved, words, pages);
  openDetails(tree);
  floatFigures(tree, pagesOf(measured.first));
  wrapCharts(tree);
  drawCheckBoxes(tree, words);
  ruleWorksheets(tree, words);
  listDefinitions(tree);
  // Before formulas are described: a description is of the whole.
  fitFormulas(
    tree,
    design === "large-print" ? lineInEm.large : lineInEm[options["columns"] === "2" ? "half" : "whole"],
  );
  describeFormulas(tree);
  referToPages(tree, words, pages);
  locateTerms(tree, metadata.language, { words, pages });
  if (options["qr-codes"] !== "none") placeQrCodes(tree, words);
  if (options["links"] === "notes") noteLinks(tree, words, options["qr-codes"] === "links");
  if (options["links"] === "inline") showAddresses(tree);
  lineariseTables(tree, design === "large-print" ? undefined : smallestMeasure);
  if (options["hyphenate"] === true && design !== "large-print") hyphenate(tree, metadata.language);
  // After addresses, which make paragraphs longer and words in tables too.
  keepShortParagraphs(tree);
  breakLongBlocks(tree);
  markDenseTables(tree);
  regularTables(tree);
  // After addresses: a field is no link that a reader could follow.
  const fields = isFillable(edition, options) ? openFields(tree, words) : [];
  embedImages(tree, design === "ink-saver" ? spareInk(publication.images, template, options) : publication.images);
  const blocks = identifyBlocks(tree);
  const style = [
    fontFaces(fonts, (font) => dataAddress("font/ttf", font.bytes), "truetype"),
    `:root{--accent:${String(options["accent"] ?? "")}}`,
    styleFor(template, edition, fonts),
    pageRules(sheet, metadata.direction),
    ...(placed.layout ? [placed.layout.rules] : []),
  ].join("\n");
  const hasContents = options["contents"] !== false && countSections(publication) > 2;
  const laidOut = fillLayout(template, template.settings.print.layout, {
    ...view,
    for_advisers: (editions[edition] as Edition).audience === "adviser" ? words.forAdvisers : null,
    title_content: titleContent(publication),
    title_id: titleId,
    contents_id: contentsId,
    policy: contentSecurityPolicy(style),
    style,
    contents: hasContents ? toHtml(contentsList(publication, options, pages)) : null,
    note_boxes: toHtml([...(placed.layout?.boxes ?? [])]),
    notes_at: placement,
    columns: design === undefined || design === "ink-saver" ? options["columns"] : "1",
    body: toHtml(tree),
    web_code: metadata.url !== undefined && options["qr-codes"] !== "none" ? codeFor(metadata.url, words) : null,
    destinations: toHtml(nameDestinations(tree, hasContents ? [titleId, contentsId] : [titleId])),
  });
  if (!laidOut.ok) return laidOut;
  const corners = cornersOf(sheet, metadata.direction);
  const page = {
    path: "print.html",
    title: metadata.title,
    content: laidOut.value,
    blocks,
    wordsIn: (some: ReadonlySet<string>) => wordsInBlocks(assemble(given), some),
    corners,
    fields,
    publication,
  };
  const printing = plan ? { notes: plan, mostPrints: mostPrints + mostPlans } : { mostPrints };
  return succeed({ ...page, ...printing }, [...laidOut.diagnostics, ...placed.diagnostics]);
}

/**
 * Figures that move and page numbers in the contents list can move what is counted; a fourth print settles it in all but
 * contrived texts.
 */
const mostPrints = 4;

/** On which page each id stands; notes, where they stand in the next print. */
function pagesWith(positions: PagePositions, plan: FootnotePlan | undefined, height: number): Map<string, number> {
  const moved = [...(plan?.tops ?? [])].map(([id, top]) => [id, Math.floor(top / height) + 1] as const);
  return new Map([...(pagesOf(positions) ?? []), ...moved]);
}

/** Notes beside the text need a margin that only some sheets have, always on the same side; on others they are at the end. */
function withNotesFor(publication: Publication, sheet: Sheet): Publication {
  const { metadata } = publication;
  if (metadata.notes !== "side" || (sheet.edge !== undefined && sheet.number === "foot")) return publication;
  return { ...publication, metadata: { ...metadata, notes: "end" } };
}

/** Sheets that are imposed for folding are for paper alone. */
function isFillable(edition: EditionName, options: TemplateChoices): boolean {
  return options["fillable"] !== false && (editions[edition] as Edition).imposed !== true;
}

/** On which page each id stands. */
function pagesOf(positions: PagePositions | undefined): ReadonlyMap<string, number> | undefined {
  return positions && new Map([...positions].map(([id, { page }]) => [id, page]));
}

function codeFor(url: string, words: Messages): string | null {
  const code = qrCode(url, words);
  return code ? toHtml(code) : null;
}

/** The title with its inline markup, where it is an article's; several chapters have a title without. */
function titleContent(publication: Publication): string {
  const [only] = publication.chapters;
  const isArticle = publication.chapters.length === 1 && only?.title === publication.metadata.title;
  const title: Root["children"] = isArticle
    ? [...only.titleContent]
    : [{ type: "text", value: publication.metadata.title }];
  return toHtml({ type: "root", children: title });
}
