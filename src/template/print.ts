import type { Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { wordsFor } from "../config/words.ts";
import { type Edition, type EditionName, editions } from "../model/edition.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import type { Page, SubsetFont } from "../model/page.ts";
import type { Publication } from "../model/publication.ts";
import { assemble } from "./assemble.ts";
import { contentsList, countSections } from "./contents-list.ts";
import { contentSecurityPolicy, dataAddress, embedImages } from "./embed.ts";
import { fontFaces } from "./fonts.ts";
import { fillLayout, styleFor, type Template } from "./load.ts";
import type { TemplateChoices } from "./options.ts";
import { drawCheckBoxes } from "./draw-check-boxes.ts";
import { describeFormulas } from "./print/describe-formulas.ts";
import { keepShortParagraphs } from "./print/keep-short-paragraphs.ts";
import { listDefinitions } from "./print/list-definitions.ts";
import { markDenseTables } from "./print/mark-dense-tables.ts";
import { nameDestinations } from "./print/name-destinations.ts";
import { openDetails } from "./open-details.ts";
import { openFields } from "./print/open-fields.ts";
import { type Paper, pageRules } from "./print/page-rules.ts";
import { referToPages } from "./print/refer-to-pages.ts";
import { showAddresses } from "./print/show-addresses.ts";
import { metadataView } from "./view.ts";
import { ruleWorksheets } from "./worksheet/rule-worksheets.ts";

/** Ids of the layout's own headings. A dot keeps them apart from the ids of the text. */
const titleId = "offprint.title";
const contentsId = "offprint.contents";

/**
 * A document for the browser that prints: complete in itself, everything that must be heard is text in it, and what
 * paper cannot do is undone. `pages`, from an earlier print of the same document, puts page numbers into the contents
 * list and behind references.
 */
export function composePrint(
  template: Template,
  publication: Publication,
  edition: EditionName,
  options: TemplateChoices,
  fonts: readonly SubsetFont[],
  pages?: ReadonlyMap<string, number>,
): Outcome<Page> {
  const { metadata } = publication;
  const words = wordsFor(metadata.language);
  const view = metadataView(metadata, options, words);
  const tree = assemble(publication);
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
  // After addresses: a field is no link that a reader could follow.
  const fields = isFillable(edition, options) ? openFields(tree, words) : [];
  embedImages(tree, publication.images);
  const style = [
    fontFaces(fonts, (font) => dataAddress("font/woff2", font.bytes)),
    `:root{--accent:${String(options["accent"] ?? "")}}`,
    styleFor(template, edition),
    pageRules(paperFor(edition, options), view),
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
    body: toHtml(tree),
    destinations: toHtml(nameDestinations(tree, hasContents ? [titleId, contentsId] : [titleId])),
  });
  return filled.ok
    ? succeed({ path: "print.html", title: metadata.title, content: filled.value, fields }, filled.notes)
    : filled;
}

/** Sheets that are imposed for folding are for paper alone. */
function isFillable(edition: EditionName, options: TemplateChoices): boolean {
  return options["fillable"] !== false && !("imposed" in editions[edition]);
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
