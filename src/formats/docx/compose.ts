import { decodeAddress } from "../../model/address.ts";
import { type IPropertiesOptions, Paragraph, StyleLevel, TableOfContents, TextRun } from "docx";
import type { Element, ElementContent, Root } from "hast";
import { visit } from "../../model/visit.ts";
import { hasWideMarks } from "../../model/wide-characters.ts";
import { type Messages, messagesFor } from "../../i18n/messages.ts";
import type { Publication } from "../../model/publication.ts";
import { assemble } from "../../template/assemble.ts";
import { countSections } from "../../template/contents-list.ts";
import { openDetails } from "../../template/open-details.ts";
import type { Template } from "../../template/load.ts";
import type { TemplateChoices } from "../../template/options.ts";
import { turnSections } from "../../template/turn-sections.ts";
import { metadataView } from "../../template/view.ts";
import { blocksOf } from "./blocks.ts";
import { wordPictures } from "./images.ts";
import type { Block, DocxContext } from "./context.ts";
import { type Label, labelsIn, repeatableIn } from "./fields.ts";
import { logoBlocks } from "./logo.ts";
import { wordLook } from "./look.ts";
import { pageFor } from "./page-size.ts";
import { sectionsOf } from "./sections.ts";
import { ruleWorksheets } from "./rule-worksheets.ts";
import { sinkIds } from "./sink-ids.ts";
import { numberingFor, takeSectionNumbers } from "./numbering.ts";
import { wordStyles } from "./styles.ts";

/**
 * Composes a Word document (ECMA-376). It uses styles rather than direct formatting, so that editors can change them.
 */
export async function composeDocx(
  publication: Publication,
  options: TemplateChoices,
  { settings, logo }: Pick<Template, "settings" | "logo">,
): Promise<IPropertiesOptions> {
  const { metadata } = publication;
  const tree = assemble(publication);
  openDetails(tree);
  ruleWorksheets(tree);
  const notes = takeFootnotes(tree);
  const labels = labelsIn(tree);
  const numbered = takeSectionNumbers(tree);
  sinkIds(tree);
  const words = messagesFor(metadata.language);
  const page = pageFor(options, metadata.language);
  const context: DocxContext = {
    onPage: words.onPage,
    pictures: await wordPictures(publication.images),
    footnotes: new Map(notes.map(({ id }, index) => [id, index + 1])),
    targets: linkTargets(tree),
    labels,
    repeatable: repeatableIn(tree, labels),
    numbered,
    look: wordLook(settings.look, options.accent),
    page,
    turned: turnSections(tree, page.height > page.width),
    landscape: new Set(),
    rightToLeft: metadata.direction === "rtl",
    rightToLeftByDefault: metadata.direction === "rtl",
    wideMarks: hasWideMarks(metadata.language),
  };
  const lists = { next: 0 };
  const footnotes = notes.map(({ content }, index) => {
    const children = blocksOf(content, context, lists, { indent: 0, style: "FootnoteText" }).filter(
      (block) => block instanceof Paragraph,
    );
    return [String(index + 1), { children }] as const;
  });
  const view = metadataView(metadata, options, words);
  const { description, keywords } = metadata;
  return {
    title: metadata.title,
    creator: view.byline ?? "",
    ...(description !== undefined && { description }),
    ...(keywords.length > 0 && { keywords: keywords.join(", ") }),
    styles: wordStyles(metadata.language, context.look, context.rightToLeft),
    numbering: numberingFor(tree),
    footnotes: Object.fromEntries(footnotes),
    features: { updateFields: false },
    sections: sectionsOf(
      [
        ...(await logoBlocks(logo, page, context.rightToLeft)),
        ...titleBlocks(publication, view),
        ...contents(publication, options, view.words.contents),
        ...captionLists(publication, view.words, labels.values()),
        ...blocksOf(tree.children as ElementContent[], context, lists),
      ],
      context.landscape,
      page,
      metadata,
    ),
  };
}

function titleBlocks({ metadata }: Publication, view: ReturnType<typeof metadataView>): Block[] {
  const { words, published, updated, checked, subtitle, byline } = view;
  const direction = metadata.direction === "rtl" ? { bidirectional: true } : {};
  const dates = [
    ...(published ? [`${words.published} ${published.text}`] : []),
    ...(updated ? [`${words.updated} ${updated.text}`] : []),
    ...(checked ? [`${words.checked} ${checked.text}`] : []),
  ];
  const line = (style: string, text: string): Paragraph =>
    new Paragraph({
      style,
      children: [new TextRun({ text, rightToLeft: metadata.direction === "rtl" })],
      ...direction,
    });
  return [
    line("Title", metadata.title),
    ...(subtitle === null ? [] : [line("Subtitle", subtitle)]),
    ...(byline === null ? [] : [line("Byline", byline)]),
    ...(dates.length === 0 ? [] : [line("Byline", dates.join(" · "))]),
  ];
}

/** Returns a contents field, which Word fills in and updates when the text changes (ECMA-376, 17.16.5.68). */
function contents(publication: Publication, options: TemplateChoices, title: string): (Paragraph | TableOfContents)[] {
  if (!options.contents || countSections(publication) <= 2) return [];
  return [
    new Paragraph({ style: "ContentsTitle", text: title }),
    new TableOfContents(title, { hyperlink: true, headingStyleRange: "1-3" }),
  ];
}

/** Returns fields that list the captions of figures or tables, by style, where there are any. */
function captionLists(
  { metadata }: Publication,
  words: Messages,
  labels: Iterable<Label>,
): (Paragraph | TableOfContents)[] {
  const counted = new Set(Array.from(labels, ({ sequence }) => sequence));
  const lists = (metadata.lists ?? []).filter((kind) => counted.has(kind === "figures" ? "Figure" : "Table"));
  return lists.flatMap((kind) => [
    new Paragraph({ style: "ContentsTitle", text: words[kind] }),
    new TableOfContents(words[kind], {
      hyperlink: true,
      stylesWithLevels: [new StyleLevel(kind === "figures" ? "Caption" : "TableCaption", 1)],
    }),
  ]);
}

interface Footnote {
  readonly id: string;
  readonly content: ElementContent[];
}

/** Removes the footnotes from the text and returns them: Word has its own. */
function takeFootnotes(tree: Root): Footnote[] {
  const notes: Footnote[] = [];
  visit(tree, "element", (node: Element, index, parent) => {
    if (node.properties["role"] !== "doc-endnotes" || !parent || index === undefined) return undefined;
    visit(node, "element", (item) => {
      if (item.tagName === "li" && item.properties.id !== undefined)
        notes.push({ id: String(item.properties.id), content: item.children });
    });
    parent.children.splice(index, 1);
    return index;
  });
  return notes;
}

function linkTargets(tree: Root): Set<string> {
  const ids = new Set<string>();
  const led = new Set<string>();
  visit(tree, "element", ({ properties: { id, href } }) => {
    if (id !== undefined) ids.add(String(id));
    if (typeof href === "string" && href.startsWith("#")) led.add(decodeAddress(href.slice(1)));
  });
  return ids.intersection(led);
}
