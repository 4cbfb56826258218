import type { Repair } from "./repair.ts";
import { tagUntaggedLinks } from "./tag-untagged-links.ts";
import { completeLists } from "./complete-lists.ts";
import { completeRuby } from "./complete-ruby.ts";
import { describeLinks } from "./describe-links.ts";
import { levelHeadings } from "./level-headings.ts";
import { pruneAttributes } from "./prune-attributes.ts";
import { openForm } from "./open-form.ts";
import { markDecorationAsArtifact } from "./mark-decoration-as-artifact.ts";
import { markRepeatedHeadsAsArtifact } from "./mark-repeated-heads-as-artifact.ts";
import { tagContents } from "./tag-contents.ts";
import { tagLinks } from "./tag-links.ts";
import { tagNotes } from "./tag-notes.ts";

/** Repairs of text structure: decoration, headings, links, fields, lists and footnotes, in order. */
export const textRepairs: readonly Repair[] = [
  {
    name: "mark-decoration-as-artifact",
    needs: [],
    why: "Backgrounds, borders and rules are tagged as if they said something; what is left of the tree is text.",
    run: markDecorationAsArtifact,
  },
  {
    name: "mark-repeated-heads-as-artifact",
    needs: [],
    why: "The head of a table is heard once for each page that the table goes over.",
    run: markRepeatedHeadsAsArtifact,
  },
  {
    name: "prune-attributes",
    needs: [],
    why: "Cells have attributes that say nothing, and so have parts of formulas.",
    run: pruneAttributes,
  },
  {
    name: "level-headings",
    needs: ["mark-decoration-as-artifact"],
    why: "A level of headings that an author skips is a section that a reader looks for.",
    run: levelHeadings,
  },
  {
    name: "tag-untagged-links",
    needs: ["mark-decoration-as-artifact"],
    why: "Links that show nothing to hear are not in the structure tree.",
    run: tagUntaggedLinks,
  },
  {
    name: "tag-links",
    needs: ["mark-decoration-as-artifact", "tag-untagged-links"],
    why: "Links with a role of their own, such as references to notes, are not tagged as links, by which all else finds them.",
    run: tagLinks,
  },
  { name: "describe-links", needs: ["tag-links"], why: "Links have no description.", run: describeLinks },
  {
    name: "open-form",
    needs: ["tag-links", "describe-links"],
    why: "What readers fill in is printed as lines, each a link, which nobody can write on on a screen.",
    run: openForm,
  },
  {
    name: "tag-contents",
    needs: ["tag-links"],
    why: "The contents list is tagged as a plain list of links.",
    run: tagContents,
  },
  {
    name: "complete-lists",
    needs: ["open-form", "tag-contents"],
    why: "List items have a label but no body; a field is a label, and the items of a contents list are none.",
    run: completeLists,
  },
  { name: "complete-ruby", needs: [], why: "The base of a ruby is not tagged as one.", run: completeRuby },
  {
    name: "tag-notes",
    needs: ["complete-lists"],
    why: "Notes are not tagged as notes, inside the body of their item.",
    run: tagNotes,
  },
];
