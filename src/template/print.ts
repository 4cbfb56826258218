import type { Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { wordsFor } from "../config/words.ts";
import { type Edition, type EditionName, editions } from "../model/edition.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import type { PrintPage, SubsetFont } from "../model/page.ts";
import type { NotePlan } from "../model/note-plan.ts";
import type { Measured, Positions } from "../model/page-map.ts";
import type { Publication } from "../model/publication.ts";
import { assemble } from "./assemble.ts";
import { contentsList, countSections } from "./contents-list.ts";
import { contentSecurityPolicy, dataAddress, embedImages } from "./embed.ts";
import { fontFaces } from "./fonts.ts";
import { fillLayout, styleFor, type Template } from "./load.ts";
import type { TemplateChoices } from "./options.ts";
import { drawCheckBoxes } from "./draw-check-boxes.ts";
import { describeFormulas } from "./print/describe-formulas.ts";
import { identifyBlocks } from "./print/identify-blocks.ts";
import { keepShortParagraphs } from "./print/keep-short-paragraphs.ts";
import { listDefinitions } from "./print/list-definitions.ts";
import { markDenseTables } from "./print/mark-dense-tables.ts";
import { markLongTables } from "./print/mark-long-tables.ts";
import { markWords } from "./print/mark-words.ts";
import { nameDestinations } from "./print/name-destinations.ts";
import { openDetails } from "./open-details.ts";
import { placeNotes } from "./print/notes/place-notes.ts";
import { mostPlans } from "./print/notes/plan-feet.ts";
import { referToNotes } from "./print/notes/refer-to-notes.ts";
import { type Paper, pageRules, textHeight } from "./print/page-rules.ts";
import { referToPages } from "./print/refer-to-pages.ts";
import { settlePositions } from "./print/settle-positions.ts";
import { showAddresses } from "./print/show-addresses.ts";
import { metadataView } from "./view.ts";
import { ruleWorksheets } from "./worksheet/rule-worksheets.ts";

/** Ids of the layout's own headings. A dot keeps them apart from the ids of the text. */
const titleId = "offprint.title";
const contentsId = "offprint.contents";

/**
 * A document for the browser that prints: complete in itself, everything that must be heard is text in it, and what
 * paper cannot do is undone. What was `measured` in an earlier print of the same document puts page numbers into the
 * contents list and behind references.
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
  const words = wordsFor(metadata.language);
  const view = metadataView(metadata, options, words);
  const tree = assemble(given);
  if (measured.words) markWords(tree, measured.words);
  markLongTables(tree);
  const paper = paperFor(edition, options);
  // Early: what follows reads the notes where they are read.
  const height = textHeight(paper);
  const positions = measured.positions && settlePositions(measured.positions, height);
  const placed = placeNotes(tree, given, { ...measured, ...(positions && { positions }) }, height);
  const { publication, placement, plan } = placed;
  const pages = positions && pagesOf(positions, plan, height);
  referToNotes(tree, placed.moved, words, pages);
  openDetails(tree);
  drawCheckBoxes(tree, words);
  ruleWorksheets(tree, words);
  listDefinitions(tree);
  describeFormulas(tree);
  referToPages(tree, words, pages);
  showAddresses(tree);
  // After addresses, which make paragraphs longer and words in tables too.
  keepShortParagraphs(tree);
  markDenseTables(tree);
  embedImages(tree, publication.images);
  const blocks = identifyBlocks(tree);
  const style = [
    fontFaces(fonts, (font) => dataAddress("font/woff2", font.bytes)),
    `:root{--accent:${String(options["accent"] ?? "")}}`,
    styleFor(template, edition),
    pageRules(paper, view, placement),
    ...(placed.layout ? [placed.layout.rules] : []),
  ].join("\n");
  const hasContents = options["contents"] !== false && countSections(publication) > 2;
  const filled = fillLayout(template, template.settings.print.layout, {
    ...view,
    for_advisers: (editions[edition] as Edition).audience === "adviser" ? words.forAdvisers : null,
    title_content: titleContent(publication),
    title_id: titleId,
    contents_id: contentsId,
    policy: contentSecurityPolicy(style),
    style,
    contents: hasContents ? toHtml(contentsList(publication, pages)) : null,
    note_boxes: toHtml([...(placed.layout?.boxes ?? [])]),
    notes_at: placement,
    body: toHtml(tree),
    destinations: toHtml(nameDestinations(tree, hasContents ? [titleId, contentsId] : [titleId])),
  });
  if (!filled.ok) return filled;
  const page = { path: "print.html", title: metadata.title, content: filled.value, blocks, publication };
  const printing = plan ? { notes: plan, mostPrints: mostPrints + mostPlans } : { mostPrints };
  return succeed({ ...page, ...printing }, [...filled.notes, ...placed.notes]);
}

/** Page numbers in the contents list can move what they count; a third print settles it in all but contrived texts. */
const mostPrints = 3;

/** On which page each id stands; notes, where they stand in the next print. */
function pagesOf(positions: Positions, plan: NotePlan | undefined, height: number): Map<string, number> {
  const moved = [...(plan?.tops ?? [])].map(([id, top]) => [id, Math.floor(top / height) + 1] as const);
  return new Map([...[...positions].map(([id, { page }]) => [id, page] as const), ...moved]);
}

/** The paper that the article asks for, or that of the edition. */
function paperFor(edition: EditionName, options: TemplateChoices): Paper {
  const { paper = "letter" }: Edition = editions[edition];
  const chosen = options["paper"];
  return chosen === "letter" || chosen === "A4" ? chosen : paper;
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
