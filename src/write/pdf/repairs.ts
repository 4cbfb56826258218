import type { PdfStandard } from "../../model/pdf-standard.ts";
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
import { meanSigns } from "./repairs/mean-signs.ts";
import { presentDocument } from "./repairs/present-document.ts";
import { silenceRepeatedHeads } from "./repairs/silence-repeated-heads.ts";
import { tagContents } from "./repairs/tag-contents.ts";
import { tagFormulas } from "./repairs/tag-formulas.ts";
import { tagLinks } from "./repairs/tag-links.ts";
import { tagNotes } from "./repairs/tag-notes.ts";
import { tagSections } from "./repairs/tag-sections.ts";
import { declareVersion } from "./repairs/ua-2/declare-version.ts";
import { encloseText } from "./repairs/ua-2/enclose-text.ts";
import { leadToElements } from "./repairs/ua-2/lead-to-elements.ts";
import { nameNamespaces } from "./repairs/ua-2/name-namespaces.ts";
import { numberLists } from "./repairs/ua-2/number-lists.ts";
import { referToElements } from "./repairs/ua-2/refer-to-elements.ts";
import { renameTypes } from "./repairs/ua-2/rename-types.ts";
import { writeInformation } from "./repairs/write-information.ts";
import { writeOutline } from "./repairs/write-outline.ts";

/** What PDF/UA-2 and PDF/A-4 have otherwise, when everything that both standards ask for is right. */
const ua2Repairs: readonly Repair[] = [
  { apply: renameTypes, only: "ua-2", why: "Some types of elements have been replaced." },
  { apply: numberLists, only: "ua-2", why: "A list says of which kind the labels of its items are." },
  { apply: encloseText, only: "ua-2", why: "Text stands in paragraphs, never bare between them." },
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
  { apply: presentDocument, why: "A reader hears the language and sees the title instead of a file name." },
  { apply: labelPages, why: "A reader who asks for page 3 gets the page with a 3 on it." },
  { apply: addOutputIntent, why: "Colours keep their meaning on paper and in an archive." },
  { apply: writeOutline, why: "The browser's bookmarks lose spaces where a heading wraps." },
  { apply: mapRoles, only: "ua-1", why: "Emphasis is marked with types that the standard does not know." },
  // First of the structure: what encloses a link must be a Link for the rest to find it.
  { apply: tagLinks, why: "Links with a role of their own, such as references to notes, are not tagged as links." },
  { apply: describeLinks, why: "Links have no description." },
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
  // After the last repair that gives an element an identifier.
  { apply: indexIds, why: "Identifiers depend on what the browser did before." },
  { apply: markArtifacts, why: "Running heads and feet are neither text nor marked as decoration." },
  { apply: meanSigns, why: "Parts of letters are said to mean U+0000." },
  ...ua2Repairs,
  // Last: what the others replaced is of no use now.
  { apply: dropUnused, why: "What was replaced would still be in the file, and be downloaded." },
];

/** What is put right in a file of a standard, in this order. */
export function repairsFor(standard: PdfStandard): Repair[] {
  return repairs.filter(({ only }) => only === undefined || only === standard);
}
