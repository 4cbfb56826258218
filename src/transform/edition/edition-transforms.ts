import { nameMadeBlocks } from "../../model/blocks.ts";
import { directionOf } from "../../config/metadata.ts";
import { expandAbbreviations } from "../abbreviations.ts";
import { appendGlossary } from "../glossary-section.ts";
import { markTerms, unusedTerms } from "../glossary.ts";
import { notesId } from "../../model/own-ids.ts";
import type { Transform } from "../../model/transform.ts";
import { listContents, sectionise } from "../sections.ts";
import { setDirections } from "../set-directions.ts";
import { appendIndex } from "../term-index.ts";
import { treesOf } from "../whole-publication.ts";
import { type EditionChapter, type EditionPublication, treeOf } from "./edition-chapter.ts";
import { nameByCaptions } from "./caption-alternatives.ts";
import { orderFootnotes, writeFootnotes } from "./footnotes.ts";
import { moveToEnd } from "./move-to-end.ts";
import { markNarrowMarks } from "./narrow-marks.ts";
import { markOwnWords } from "./mark-own-words.ts";
import { nameReferences } from "./name-references.ts";
import { separateMarks } from "./separate-marks.ts";
import { numberLabels } from "./number-labels.ts";

/** The transforms that run once the content of an edition is known, in order. */
export const editionTransforms: readonly Transform<EditionPublication>[] = [
  {
    name: "order-footnotes",
    why: "What the text does not refer to is not shown, and so not counted.",
    run: ({ chapters }) => chapters.forEach(orderFootnotes),
  },
  {
    name: "mark-terms",
    needs: ["order-footnotes"],
    why: "The first use of a term is the first that is shown.",
    run: ({ chapters, glossary, diagnostics }) => {
      if (!glossary) return;
      for (const chapter of chapters) markTerms(treesOf(chapter), glossary);
      diagnostics.push(...unusedTerms(glossary));
    },
  },
  {
    name: "number-labels",
    needs: ["order-footnotes", "mark-terms"],
    why: "Figures in footnotes count, too; a label has no terms in it.",
    run: numberLabels,
  },
  {
    name: "name-references",
    needs: ["number-labels"],
    why: "A reference has the number of what it leads to.",
    run: nameReferences,
  },
  {
    name: "name-by-captions",
    needs: ["name-references"],
    why: "A caption that refers to something has its name.",
    run: nameByCaptions,
  },
  {
    name: "expand-abbreviations",
    needs: ["mark-terms", "name-references"],
    why: "What the glossary explains is explained already; the name of a section can have abbreviations in it.",
    run: ({ chapters }) => {
      for (const chapter of chapters) {
        for (const tree of treesOf(chapter)) expandAbbreviations(tree, chapter.abbreviations);
      }
    },
  },
  {
    name: "write-footnotes",
    needs: ["order-footnotes", "expand-abbreviations"],
    why: "Marks and the heading of the notes are not the author's words.",
    run: ({ chapters }) => chapters.forEach(writeFootnotes),
  },
  {
    name: "sectionise",
    needs: ["write-footnotes"],
    why: "Whatever looks for a heading looks for it where the author put it.",
    run: ({ chapters }) => chapters.forEach(({ body }) => sectionise(body)),
  },
  {
    name: "append-glossary",
    needs: ["mark-terms", "sectionise"],
    why: "It has the terms that were found, and stands in no section.",
    run: appendGlossary,
  },
  {
    name: "cite",
    needs: ["write-footnotes", "append-glossary"],
    why: "Citations are numbered in the order of the text and its notes; the ids of the glossary come first.",
    run: (edition) => edition.cite?.(edition),
  },
  {
    name: "separate-marks",
    needs: ["write-footnotes", "cite"],
    why: "Raised numbers stand side by side only when all of them are there.",
    run: ({ chapters }) => chapters.forEach((chapter) => separateMarks(treeOf(chapter), chapter.language)),
  },
  {
    name: "append-index",
    needs: ["name-references", "cite"],
    why: "Its links are called after sections, as those are called in the end.",
    run: appendIndex,
  },
  {
    name: "move-to-end",
    needs: ["sectionise", "append-index"],
    why: "What stands behind everything else stands behind the index, too.",
    run: moveToEnd,
  },
  {
    name: "list-contents",
    needs: ["append-glossary", "cite", "move-to-end"],
    why: "The contents list has the headings as they are in the end.",
    run: ({ chapters }) => chapters.forEach(setContents),
  },
  {
    name: "mark-own-words",
    needs: ["number-labels", "write-footnotes", "cite"],
    why: "Labels and back-links in a block of another language are still in that of the article.",
    run: ({ chapters, backMatter, whole: { metadata } }) => {
      for (const chapter of chapters) markOwnWords(treeOf(chapter).children, chapter.language);
      for (const { section } of backMatter) markOwnWords([section], metadata.language);
    },
  },
  {
    name: "set-directions",
    needs: ["cite", "append-index", "mark-own-words"],
    why: "The numbers of footnotes and citations are raised, and run from left to right.",
    run: ({ chapters, backMatter, whole: { metadata } }) => {
      for (const chapter of chapters) {
        const { language } = chapter;
        const direction = language === metadata.language ? metadata.direction : directionOf(language);
        setDirections([...treeOf(chapter).children, ...chapter.titleContent], direction);
      }
      for (const { section } of backMatter) setDirections([section], metadata.direction);
    },
  },
  {
    name: "mark-narrow-marks",
    needs: ["cite", "append-index"],
    why: "References are set as the text is.",
    run: ({ chapters, backMatter, whole: { metadata } }) => {
      for (const chapter of chapters) markNarrowMarks(treeOf(chapter), chapter.language);
      for (const { section } of backMatter) markNarrowMarks(section, metadata.language);
    },
  },
  {
    name: "name-blocks",
    needs: ["append-glossary", "cite"],
    why: "What an edition makes for itself has blocks, too.",
    run: ({ chapters, backMatter }) =>
      nameMadeBlocks([
        ...chapters.flatMap((chapter) => treeOf(chapter).children),
        ...backMatter.map(({ section }) => section),
      ]),
  },
];

function setContents(chapter: EditionChapter): void {
  const { body, notes, prefix, words } = chapter;
  const heading = { id: prefix + notesId, title: words.notes, depth: 2, children: [] };
  chapter.contents = [...listContents(body), ...(notes ? [heading] : [])];
}
