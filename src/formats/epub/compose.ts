import type { Element } from "hast";
import { h } from "hastscript";
import { type Messages, messagesFor } from "../../i18n/messages.ts";
import type { Book, BookFile, NavigationPoint } from "../../model/book.ts";
import { all, fail, type Outcome, succeed } from "../../model/outcome.ts";
import { titleId } from "../../model/own-ids.ts";
import type { SubsetFont } from "../../model/page.ts";
import type { PagedEdition } from "../../model/page-map.ts";
import type { Publication } from "../../model/publication.ts";
import { runTransforms } from "../../model/transform.ts";
import type { IllustrationKind } from "../../model/metadata.ts";
import { type BookDraft, bookTransforms } from "./compose/book-transforms.ts";
import { type ContentDocument, isArticle, layOutChapters } from "./compose/chapters.ts";
import { type Cover, coverOf } from "../../template/cover/cover.ts";
import { type DocumentDraft, fillDocument, toXhtml } from "./compose/document.ts";
import { captioned } from "./compose/illustrations.ts";
import { fontSheet, packFonts } from "./compose/fonts.ts";
import { navigate } from "./compose/navigation.ts";
import { illustrationList, type Landmark, navigationLists, pageList } from "./compose/navigation-document.ts";
import { firstPage, pagePoints } from "./compose/page-breaks.ts";
import { packPictures } from "./compose/pictures.ts";
import { plainTitle } from "./compose/plain-title.ts";
import { firstNotes } from "./compose/pop-up-notes.ts";
import { stateDirections } from "./compose/state-directions.ts";
import { fillLayout, styleFor, type Template } from "../../template/load.ts";
import type { TemplateChoices } from "../../template/options.ts";
import { metadataView } from "../../template/view.ts";

const coverPath = "text/cover.xhtml";
const titlePath = "text/title-page.xhtml";
const contentsPath = "text/contents.xhtml";

/** Composes an e-book: cover, title page, a document per chapter, and all resources. */
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
  const draft: BookDraft = {
    publication,
    words,
    pictures,
    pageMap: paged?.pageMap,
    documents: layOutChapters(publication),
  };
  runTransforms(bookTransforms, draft);
  const leaves = draft.documents;
  const cover = await coverOf(template, publication, options, fonts);
  if (!cover.ok) return cover;
  const carried = packFonts(options["book-fonts"] ? fonts : []);
  const logo = logoFile(template);
  const view = {
    ...(logo && { logo: { light: `../${logo.path}`, dark: null, alt: template.logo?.alt ?? "" } }),
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
  const asked = metadata.lists ?? [];
  const showsContents = options.contents && (navigation.length > 3 || asked.length > 0);
  const pages = paged && { edition: paged.edition, points: pagePoints(leaves, titlePath) };
  const marks = landmarks(publication, leaves, words, showsContents);
  const [figures, tables] = [captioned(leaves, "figure"), captioned(leaves, "table")];
  const lists = [
    ...navigationLists(navigation, marks, words),
    ...illustrationList("loi", figures, words.figures, asked.includes("figures")),
    ...illustrationList("lot", tables, words.tables, asked.includes("tables")),
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
  const documents = all(drafts.map((entry) => fillDocument(template, view, entry)));
  if (!documents.ok) return fail(...documents.diagnostics);
  const book: Book = {
    slug,
    metadata,
    modified,
    documents: documents.value,
    navigation,
    showsContents,
    styleSheet: styleSheet(template, fonts, publication),
    files: uniqueByPath([cover.value.file, ...(logo ? [logo] : []), ...pictures.values(), ...carried]),
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
  const listAddress = (kind: IllustrationKind, id: string): string | undefined =>
    showsContents &&
    metadata.lists?.includes(kind) &&
    captioned(leaves, kind === "figures" ? "figure" : "table").length > 0
      ? `${contentsPath}#${id}`
      : undefined;
  return [
    { type: "cover", title: words.cover, address: coverPath },
    { type: "titlepage", title: words.titlePage, address: titlePath },
    // A landmark must be in the spine's reading order (EPUBCheck RSC-011).
    { type: "toc", title: words.contents, address: showsContents ? contentsPath : undefined },
    { type: "loi", title: words.figures, address: listAddress("figures", "loi") },
    { type: "lot", title: words.tables, address: listAddress("tables", "lot") },
    { type: "bodymatter", title: metadata.title, address: leaves[0]?.path },
    { type: "endnotes", title: words.notes, address: firstNotes(leaves) },
  ];
}

function toDraft({ path, title, language, kind, tree }: ContentDocument): DocumentDraft {
  return { path, title, language, kind, semantics: "bodymatter", body: toXhtml([tree]) };
}

/** Returns the publisher's logo for the title page. */
function logoFile({ logo }: Template): BookFile | undefined {
  if (!logo) return undefined;
  const { mediaType, bytes } = logo.light;
  return { path: `logo.${mediaType.replace("image/", "").replace("svg+xml", "svg")}`, mediaType, bytes };
}

function styleSheet(
  template: Template,
  fonts: readonly SubsetFont[],
  { metadata, styles }: Pick<Publication, "metadata" | "styles">,
): BookFile {
  const style = styleFor(template, "ebook", fonts, metadata.language) + (styles?.book ?? "");
  const bytes = new TextEncoder().encode(style);
  return { path: "book.css", mediaType: "text/css", bytes };
}

/** Removes duplicates: the author's cover may also be an image in the text. */
function uniqueByPath(files: readonly BookFile[]): BookFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

/** Returns an article's title with its inline markup; the title of several chapters has none. */
function titleContent(publication: Publication): string {
  const content = isArticle(publication) ? publication.chapters[0]?.titleContent : undefined;
  return toXhtml(content ? plainTitle(content) : [{ type: "text", value: publication.metadata.title }]);
}

/** Returns the cover page. */
function coverPage({ file, alt }: Cover): Element {
  return h("section", h("img", { src: `../${file.path}`, alt, role: "doc-cover", width: 480 }));
}
