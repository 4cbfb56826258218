import { type Messages, messagesFor } from "../../i18n/messages.ts";
import type { Book, BookFile, NavigationPoint } from "../../model/book.ts";
import { all, fail, type Outcome, succeed } from "../../model/outcome.ts";
import type { SubsetFont } from "../../model/page.ts";
import type { PagedEdition, PageMap } from "../../model/page-map.ts";
import type { Publication } from "../../model/publication.ts";
import { directionOf } from "../../config/metadata.ts";
import { linkAcross } from "./compose/addresses.ts";
import { type ContentDocument, isArticle, layOutChapters } from "./compose/chapters.ts";
import { coverOf, coverPage } from "./compose/cover.ts";
import { type DocumentDraft, fillDocument, toXhtml } from "./compose/document.ts";
import { fitAttributes } from "./compose/fit-attributes.ts";
import { conformToContentModel } from "../../template/content-model/conform.ts";
import { captioned } from "./compose/illustrations.ts";
import { fontSheet, packFonts } from "./compose/fonts.ts";
import { navigate } from "./compose/navigation.ts";
import { illustrationList, type Landmark, navigationLists, pageList } from "./compose/navigation-document.ts";
import { unnestLinks } from "./compose/nested-links.ts";
import { writeOrigins } from "./compose/origins.ts";
import { firstPage, markPages, pagePoints } from "./compose/page-breaks.ts";
import { packPictures, placePictures } from "./compose/pictures.ts";
import { plainTitle } from "./compose/plain-title.ts";
import { firstNotes, markNotes } from "./compose/pop-up-notes.ts";
import { ruleWithoutStyles } from "./compose/rule-without-styles.ts";
import { stateDirections } from "./compose/state-directions.ts";
import { splitContentDocuments } from "./compose/split-content-documents.ts";
import { fillLayout, styleFor, type Template } from "../../template/load.ts";
import { fitFormulas } from "../../template/fit-formulas.ts";
import { lineariseTables } from "../../template/linearise-tables.ts";
import { locateTerms } from "../../template/locate-terms.ts";
import { markDenseTables } from "../../template/mark-dense-tables.ts";
import { openDetails } from "../../template/open-details.ts";
import type { TemplateChoices } from "../../template/options.ts";
import { drawCheckBoxes } from "../../template/draw-check-boxes.ts";
import { metadataView } from "../../template/view.ts";
import { ruleWorksheets } from "../../template/worksheet/rule-worksheets.ts";

/** The id of the title page's heading. A dot keeps it apart from the ids of the text. */
const titleId = "offprint.title";
/** Characters of a table's type in a line on a phone. */
const phoneMeasure = 40;
/** The same in the smallest type of a table. */
const smallestMeasure = 56;
/** The length of a line on a phone, in em. */
const phoneLine = 19;
const coverPath = "text/cover.xhtml";
const titlePath = "text/title-page.xhtml";
const contentsPath = "text/contents.xhtml";

/** A book for e-readers: a cover, a title page, a document for every chapter, and all that they show. */
export async function composeBook(
  template: Template,
  publication: Publication,
  options: TemplateChoices,
  fonts: readonly SubsetFont[],
  paged?: PagedEdition,
): Promise<Outcome<Book>> {
  const { metadata, slug, modified } = publication;
  const words = messagesFor(metadata.language);
  const pictures = await packPictures(publication.images);
  const leaves = prepareLeaves(publication, pictures, words, paged?.pageMap);
  const cover = await coverOf(template, publication, options, fonts);
  if (!cover.ok) return cover;
  const carried = packFonts(options["book-fonts"] === false ? [] : fonts);
  const view = {
    ...metadataView(metadata, options, words),
    style_sheet: "../book.css",
    font_sheet: carried.length > 0 ? `../${fontSheet}` : null,
    title_id: titleId,
    title_content: titleContent(publication),
  };
  const titlePage = fillLayout(template, template.settings.book["title-page"], view);
  if (!titlePage.ok) return titlePage;
  const title: NavigationPoint = { title: metadata.title, address: `${titlePath}#${titleId}`, children: [] };
  const navigation = [title, ...navigate(leaves)];
  const showsContents = options["contents"] !== false && navigation.length > 3;
  const pages = paged && { edition: paged.edition, points: pagePoints(leaves, titlePath) };
  const lists = [
    ...navigationLists(navigation, landmarks(publication, leaves, words, showsContents), words),
    ...illustrationList("loi", captioned(leaves, "figure"), words.figures),
    ...illustrationList("lot", captioned(leaves, "table"), words.tables),
    ...(pages ? [pageList(pages.points)] : []),
  ];
  for (const element of lists) stateDirections(element, metadata.direction);
  const titleBody = `${paged ? toXhtml([firstPage()]) : ""}${titlePage.value}`;
  const drafts: readonly DocumentDraft[] = [
    { kind: "cover", path: coverPath, title: words.cover, semantics: "cover", body: toXhtml([coverPage(cover.value)]) },
    { kind: "title-page", path: titlePath, title: metadata.title, semantics: "frontmatter", body: titleBody },
    { kind: "contents", path: contentsPath, title: words.contents, semantics: "frontmatter", body: toXhtml(lists) },
    ...leaves.map(toDraft),
  ];
  const documents = all(drafts.map((draft) => fillDocument(template, view, draft)));
  if (!documents.ok) return fail(...documents.diagnostics);
  const book: Book = {
    slug,
    metadata,
    modified,
    documents: documents.value,
    navigation,
    showsContents,
    styleSheet: styleSheet(template, fonts),
    files: uniqueByPath([cover.value.file, ...pictures.values(), ...carried]),
    coverImage: cover.value.file.path,
    ...(pages && { pages }),
  };
  return succeed(book, [...cover.diagnostics, ...titlePage.diagnostics, ...documents.diagnostics]);
}

function landmarks(
  { metadata }: Publication,
  leaves: readonly ContentDocument[],
  words: Messages,
  showsContents: boolean,
): readonly Landmark[] {
  return [
    { type: "cover", title: words.cover, address: coverPath },
    { type: "titlepage", title: words.titlePage, address: titlePath },
    // A landmark has to be a page that is read (EPUBCheck RSC-011).
    { type: "toc", title: words.contents, address: showsContents ? contentsPath : undefined },
    { type: "bodymatter", title: metadata.title, address: leaves[0]?.path },
    { type: "endnotes", title: words.notes, address: firstNotes(leaves) },
  ];
}

/** The chapters as XHTML has to have them, in steps whose order matters. */
function prepareLeaves(
  publication: Publication,
  pictures: ReadonlyMap<string, BookFile>,
  words: Messages,
  pageMap: PageMap | undefined,
): readonly ContentDocument[] {
  const leaves = layOutChapters(publication);
  // Before anything that adds text, because words are counted.
  if (pageMap) markPages(leaves, pageMap);
  for (const { tree } of leaves) {
    locateTerms(tree, publication.metadata.language);
    unnestLinks(tree);
    // Many e-readers draw no mark at what can be unfolded, and so hide it.
    openDetails(tree, "chart-data");
    conformToContentModel(tree);
    // After the structure: notes and boxes are ours and right.
    markNotes(tree);
    drawCheckBoxes({ type: "root", children: [tree] }, words);
    ruleWorksheets({ type: "root", children: [tree] }, words);
    ruleWithoutStyles(tree);
    fitFormulas(tree, phoneLine);
    lineariseTables({ type: "root", children: [tree] }, smallestMeasure);
    markDenseTables({ type: "root", children: [tree] }, phoneMeasure);
    placePictures(tree, pictures);
  }
  const documents = splitContentDocuments(leaves);
  // All together, because ids and links go across them; links last, when the ids are settled.
  fitAttributes(documents.map(({ tree }) => tree));
  linkAcross(documents);
  for (const { tree, language } of documents) {
    stateDirections(tree, language === undefined ? publication.metadata.direction : directionOf(language));
    writeOrigins(tree);
  }
  return documents;
}

function toDraft({ path, title, language, kind, tree }: ContentDocument): DocumentDraft {
  return { path, title, language, kind, semantics: "bodymatter", body: toXhtml([tree]) };
}

function styleSheet(template: Template, fonts: readonly SubsetFont[]): BookFile {
  const bytes = new TextEncoder().encode(styleFor(template, "ebook", fonts));
  return { path: "book.css", mediaType: "text/css", bytes };
}

/** The author's cover may be one of the pictures too. */
function uniqueByPath(files: readonly BookFile[]): BookFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

/** An article's title with its inline markup; several chapters have a title without. */
function titleContent(publication: Publication): string {
  const content = isArticle(publication) ? publication.chapters[0]?.titleContent : undefined;
  return toXhtml(content ? plainTitle(content) : [{ type: "text", value: publication.metadata.title }]);
}
