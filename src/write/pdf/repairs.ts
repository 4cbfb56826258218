import type { Repair } from "./repair.ts";
import { addOutputIntent } from "./repairs/add-output-intent.ts";
import { attachXmp } from "./repairs/attach-xmp.ts";
import { completeLists } from "./repairs/complete-lists.ts";
import { describeFigures } from "./repairs/describe-figures.ts";
import { describeLinks } from "./repairs/describe-links.ts";
import { dropUnused } from "./repairs/drop-unused.ts";
import { identifyFile } from "./repairs/identify-file.ts";
import { indexIds } from "./repairs/index-ids.ts";
import { labelPages } from "./repairs/label-pages.ts";
import { mapRoles } from "./repairs/map-roles.ts";
import { markArtifacts } from "./repairs/mark-artifacts.ts";
import { openForm } from "./repairs/open-form.ts";
import { orderAnnotations } from "./repairs/order-annotations.ts";
import { presentDocument } from "./repairs/present-document.ts";
import { silenceRepeatedHeads } from "./repairs/silence-repeated-heads.ts";
import { tagContents } from "./repairs/tag-contents.ts";
import { tagFormulas } from "./repairs/tag-formulas.ts";
import { tagLinks } from "./repairs/tag-links.ts";
import { tagNotes } from "./repairs/tag-notes.ts";
import { tagSections } from "./repairs/tag-sections.ts";
import { writeInformation } from "./repairs/write-information.ts";
import { writeOutline } from "./repairs/write-outline.ts";

/** Everything that is put right in a browser's print, in this order. */
export const repairs: readonly Repair[] = [
  // Before the information dictionary is made anew, which the packet takes the producer from.
  { apply: attachXmp, why: "The file says of itself what it is, in the form that archives and libraries read." },
  { apply: writeInformation, why: "The file says the same in the older form, with dates that do not move." },
  { apply: identifyFile, why: "A PDF/A has an identifier, and equal texts give equal files." },
  { apply: presentDocument, why: "A reader hears the language and sees the title instead of a file name." },
  { apply: labelPages, why: "A reader who asks for page 3 gets the page with a 3 on it." },
  { apply: addOutputIntent, why: "Colours keep their meaning on paper and in an archive." },
  { apply: writeOutline, why: "The browser's bookmarks lose spaces where a heading wraps." },
  { apply: mapRoles, why: "Emphasis is marked with types that the standard does not know." },
  // First of the structure: what encloses a link must be a Link for the rest to find it.
  { apply: tagLinks, why: "Links with a role of their own, such as references to notes, are not tagged as links." },
  { apply: describeLinks, why: "Links have no description." },
  // After links are tagged, because a field is printed as one, and before lists are completed: a box is a label.
  { apply: openForm, why: "What readers fill in is printed as lines, which nobody can write on on a screen." },
  // Before lists are completed, because its items are not list items.
  { apply: tagContents, why: "The contents list is tagged as a plain list." },
  { apply: completeLists, why: "List items have a label but no body." },
  // After lists are completed: a note is inside the body of its item.
  { apply: tagNotes, why: "Notes are not tagged as notes." },
  // Before figures are described, because a formula is none.
  { apply: tagFormulas, why: "Formulas are tagged as pictures, which they are printed as." },
  { apply: describeFigures, why: "A figure with a caption is a figure inside a figure without a description." },
  { apply: tagSections, why: "Sections are not tagged as sections." },
  { apply: silenceRepeatedHeads, why: "The head of a table is heard once for each page that the table goes over." },
  { apply: orderAnnotations, why: "Links and fields are listed in the order in which they were painted." },
  // After the last repair that gives an element an identifier.
  { apply: indexIds, why: "Identifiers depend on what the browser did before." },
  { apply: markArtifacts, why: "Running heads and feet are neither text nor marked as decoration." },
  // Last: what the others replaced is of no use now.
  { apply: dropUnused, why: "What was replaced would still be in the file, and be downloaded." },
];
