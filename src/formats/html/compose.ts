import type { Root } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { countWith, messagesFor } from "../../i18n/messages.ts";
import type { EditionName } from "../../model/edition.ts";
import { contentId, contentsId } from "../../model/own-ids.ts";
import { type Outcome, succeed } from "../../model/outcome.ts";
import type { Page, SubsetFont } from "../../model/page.ts";
import type { Publication } from "../../model/publication.ts";
import { runTransforms } from "../../model/transform.ts";
import { assemble } from "../../template/assemble.ts";
import { contentsList, countSections } from "../../template/contents-list.ts";
import { dataAddress } from "../../template/data-address.ts";
import { contentSecurityPolicy } from "../../template/embed.ts";
import { fileView, type FileView, type FinishedFile } from "../../template/file-view.ts";
import { fontFaces } from "../../template/fonts.ts";
import { illustrationLists } from "../../template/illustration-lists.ts";
import { fillLayout, styleFor, type Template } from "../../template/load.ts";
import type { TemplateChoices } from "../../template/options.ts";
import { metadataView } from "../../template/view.ts";
import { type WebDocument, webTransforms } from "./compose/web-transforms.ts";
import { jsonLd } from "./json-ld.ts";

const html = unified()
  .use(rehypeStringify, { quoteSmart: false, characterReferences: { useNamedReferences: false } })
  .freeze();

/**
 * Composes a self-contained web page: styles, fonts and images are embedded, and only the template's own script runs.
 * `finished` are the files of other editions, which the page offers; `picture` is the preview image for links to it.
 */
export function composeWeb(
  template: Template,
  edition: EditionName,
  publication: Publication,
  options: TemplateChoices,
  fonts: readonly SubsetFont[],
  finished: readonly FinishedFile[] = [],
  picture?: { readonly url: string; readonly alt: string },
): Outcome<Page> {
  const { metadata } = publication;
  const { language } = metadata;
  const words = messagesFor(language);
  const tree = assemble(publication);
  const files = inOrderOfUse(finished.map((file) => fileView(file, words, language)));
  const document: WebDocument = { tree, publication, words, files, minutes: 0 };
  runTransforms(webTransforms, document);
  const faces = fontFaces(fonts, (font) => dataAddress("font/woff2", font.bytes));
  const style = `${faces}\n:root{--accent:${options.accent}}\n${styleFor(template, edition, fonts, language)}${publication.styles?.web ?? ""}`;
  const contents = [
    ...(options.contents && countSections(publication) > 2 ? [contentsList(publication, options)] : []),
    ...illustrationLists(tree, metadata.lists, words),
  ];
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
    picture: picture ? { url: picture.url, alt: picture.alt } : null,
    ...siteAddresses(publication, files),
    reading_time: countWith(words.web.readingTime, document.minutes, language),
    content_id: contentId,
    contents_id: contentsId,
    contents: contents.length > 0 ? toHtml({ type: "root", children: contents }) : null,
    body: toHtml(tree),
  });
  return laidOut.ok
    ? succeed({ path: "index.html", title: metadata.title, content: laidOut.value }, laidOut.diagnostics)
    : laidOut;
}

/** Serialises hast as HTML. */
function toHtml(tree: Root): string {
  return html.stringify(tree);
}

/** Returns the title with its inline markup if it is an article's; the title of several chapters has none. */
function titleContent(publication: Publication): string {
  const [only] = publication.chapters;
  const isArticle = publication.chapters.length === 1 && only?.title === publication.metadata.title;
  return toHtml({
    type: "root",
    children: isArticle ? [...only.titleContent] : [{ type: "text", value: publication.metadata.title }],
  });
}

/** Returns the addresses of the page and of its first PDF, if the address of the output folder is configured. */
function siteAddresses({ slug, metadata: { release } }: Publication, files: readonly FileView[]) {
  const check = release?.check;
  const on = (name: string): string | null => (check === undefined ? null : new URL(name, check).href);
  const pdf = files.find(({ format }) => format === "pdf");
  return { page_address: on(`${encodeURIComponent(slug)}.html`), pdf_address: pdf ? on(pdf.file_name) : null };
}

/** Sorts files by usefulness: handout and e-book first, then the first edition of each other format, then the rest. */
function inOrderOfUse(files: readonly FileView[]): FileView[] {
  const isFirst = (file: FileView): boolean => files.find(({ format }) => format === file.format) === file;
  const rank = (file: FileView): number =>
    !isFirst(file) ? 2 : file.format === "epub" || file.format === "pdf" ? 0 : 1;
  return files.toSorted((a, b) => rank(a) - rank(b));
}
