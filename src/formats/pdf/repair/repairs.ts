import type { PdfStandard } from "../../../model/pdf-standard.ts";
import { writePages } from "../read/pages.ts";
import type { Repair } from "./repair.ts";
import { addOutputIntent } from "./add-output-intent.ts";
import { tagUntaggedLinks } from "./tag-untagged-links.ts";
import { attachXmp } from "./attach-xmp.ts";
import { addFigureBBoxes } from "./add-figure-bboxes.ts";
import { completeLists } from "./complete-lists.ts";
import { completeRuby } from "./complete-ruby.ts";
import { describeFigures } from "./describe-figures.ts";
import { describeLinks } from "./describe-links.ts";
import { drawMissingGlyphs } from "./draw-missing-glyphs.ts";
import { dropEmpty } from "./drop-empty.ts";
import { dropMeasures } from "./drop-measures.ts";
import { dropUnused } from "./drop-unused.ts";
import { flattenFormulas } from "./flatten-formulas.ts";
import { groupRows } from "./group-rows.ts";
import { identifyFile } from "./identify-file.ts";
import { indexIds } from "./index-ids.ts";
import { labelPages } from "./label-pages.ts";
import { levelHeadings } from "./level-headings.ts";
import { mapRoles } from "./map-roles.ts";
import { markArtifacts } from "./mark-artifacts.ts";
import { nameLanguages } from "./name-languages.ts";
import { nameGlyphs } from "./name-glyphs.ts";
import { placeDestinations } from "./place-destinations.ts";
import { pruneAttributes } from "./prune-attributes.ts";
import { openForm } from "./open-form.ts";
import { orderAnnotations } from "./order-annotations.ts";
import { setViewerPreferences } from "./set-viewer-preferences.ts";
import { shortenNames } from "./shorten-names.ts";
import { markDecorationAsArtifact } from "./mark-decoration-as-artifact.ts";
import { markRepeatedHeadsAsArtifact } from "./mark-repeated-heads-as-artifact.ts";
import { tagContents } from "./tag-contents.ts";
import { tagFormulas } from "./tag-formulas.ts";
import { tagLinks } from "./tag-links.ts";
import { tagNotes } from "./tag-notes.ts";
import { tagPassages } from "./tag-passages.ts";
import { tagSections } from "./tag-sections.ts";
import { declareVersion } from "./ua-2/declare-version.ts";
import { describeFields } from "./ua-2/describe-fields.ts";
import { encloseText } from "./ua-2/enclose-text.ts";
import { leadToElements } from "./ua-2/lead-to-elements.ts";
import { nameNamespaces } from "./ua-2/name-namespaces.ts";
import { numberLists } from "./ua-2/number-lists.ts";
import { referToElements } from "./ua-2/refer-to-elements.ts";
import { renameTypes } from "./ua-2/rename-types.ts";
import { writeInformation } from "./write-information.ts";
import { writeOutline } from "./write-outline.ts";

/** What PDF/UA-2 and PDF/A-4 have otherwise, when everything that both standards ask for is right. */
const ua2Repairs: readonly Repair[] = [
  { apply: renameTypes, only: "ua-2", why: "Some types of elements have been replaced." },
  { apply: numberLists, only: "ua-2", why: "A list says of which kind the labels of its items are." },
  { apply: encloseText, only: "ua-2", why: "Text stands in paragraphs, never bare between them." },
  { apply: describeFields, only: "ua-2", why: "What a field is for stands in its annotation, as in any other." },
  { apply: referToElements, only: "ua-2", why: "Contents lists and notes refer to elements, not to places on pages." },
  { apply: leadToElements, only: "ua-2", why: "Links and bookmarks lead to elements, not to places on pages." },
  // After the last repair that makes an element.
  { apply: nameNamespaces, only: "ua-2", why: "Types have meanings by version." },
  { apply: declareVersion, only: "ua-2", why: "The file is a PDF 2.0." },
];

/** Everything that is put right in a browser's print, in this order. */
const repairs: readonly Repair[] = [
  // Before the information dictionary is made anew, which the packet takes the producer from.
  { apply: attachXmp, why: "The file says of itself what it is, in the form that archives and libraries read." },
  {
    apply: writeInformation,
    only: "ua-1",
    why: "The file says the same in the older form, with dates that do not move.",
  },
  { apply: identifyFile, why: "A PDF/A has an identifier, and equal texts give equal files." },
  { apply: setViewerPreferences, why: "A reader hears the language and sees the title instead of a file name." },
  { apply: labelPages, why: "A reader who asks for page 3 gets the page with a 3 on it." },
  { apply: addOutputIntent, why: "Colours keep their meaning on paper and in an archive." },
  { apply: writeOutline, why: "The browser's bookmarks lose spaces where a heading wraps." },
  { apply: dropMeasures, why: "Every block has a destination, which served to find its page and serves nobody else." },
  { apply: placeDestinations, why: "Links and bookmarks lead a margin above and beside their targets." },
  { apply: mapRoles, only: "ua-1", why: "Emphasis is marked with types that the standard does not know." },
  // Before anything moves: what is left of the tree is text.
  { apply: markDecorationAsArtifact, why: "Backgrounds, borders and rules are tagged as if they said something." },
  {
    apply: markRepeatedHeadsAsArtifact,
    why: "The head of a table is heard once for each page that the table goes over.",
  },
  { apply: pruneAttributes, why: "Cells have attributes that say nothing, and so have parts of formulas." },
  { apply: levelHeadings, why: "A level of headings that an author skips is a section that a reader looks for." },
  { apply: tagUntaggedLinks, why: "Links that show nothing to hear are not in the structure tree." },
  // First of the structure: what encloses a link must be a Link for the rest to find it.
  { apply: tagLinks, why: "Links with a role of their own, such as references to notes, are not tagged as links." },
  { apply: describeLinks, why: "Links have no description." },
  // After links are tagged, because a field is printed as one, and before lists are completed: a box is a label.
  { apply: openForm, why: "What readers fill in is printed as lines, which nobody can write on on a screen." },
  // Before lists are completed, because its items are not list items.
  { apply: tagContents, why: "The contents list is tagged as a plain list." },
  { apply: completeLists, why: "List items have a label but no body." },
  { apply: completeRuby, why: "The base of a ruby is not tagged as one." },
  // After lists are completed: a note is inside the body of its item.
  { apply: tagNotes, why: "Notes are not tagged as notes." },
  // Before figures are described, because a formula is none.
  { apply: tagFormulas, why: "Formulas are tagged as pictures, which they are printed as." },
  { apply: describeFigures, why: "A figure with a caption is a figure inside a figure without a description." },
  { apply: flattenFormulas, why: "The signs of a formula are tagged one by one, below its words." },
  { apply: addFigureBBoxes, why: "Pictures do not say where on their page they are." },
  { apply: groupRows, why: "The rows of a table are not grouped into its head and its body." },
  // Before sections, which an aside that begins with a heading is not.
  { apply: tagPassages, why: "Abbreviations, quotations and asides are not tagged, or have no place in the tree." },
  { apply: tagSections, why: "Sections are not tagged as sections." },
  { apply: nameLanguages, why: "Most passages in another language do not say so." },
  { apply: dropEmpty, why: "What was decoration has left elements without content." },
  { apply: orderAnnotations, why: "Links and fields are listed in the order in which they were painted." },
  // After the last repair that gives an element an identifier.
  { apply: indexIds, why: "Identifiers depend on what the browser did before." },
  { apply: nameGlyphs, why: "Shapes that letters take beside others mean nothing, or U+0000." },
  // Before artifacts are marked: in a running head, the boxes are a part of one.
  { apply: drawMissingGlyphs, why: "Characters that no font has are shown with a glyph that no archive takes." },
  { apply: markArtifacts, why: "Rules and grounds are neither text nor marked as decoration." },
  { apply: shortenNames, why: "Names of destinations are as long as the headings that they lead to." },
  ...ua2Repairs,
  { apply: ({ pages }) => writePages(pages), why: "What was asked for on the pages is written once." },
  // Last: what the others replaced is of no use now.
  { apply: dropUnused, why: "What was replaced would still be in the file, and be downloaded." },
];

/** What is put right in a file of a standard, in this order. */
export function repairsFor(standard: PdfStandard): Repair[] {
  return repairs.filter(({ only }) => only === undefined || only === standard);
}
