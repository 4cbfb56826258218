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
import { tagFootnotes } from "./tag-footnotes.ts";

/** Repairs of text structure: decoration, headings, links, fields, lists and footnotes, in order. */
export const textRepairs: readonly Repair[] = [
  {
    name: "mark-decoration-as-artifact",
    why: "The browser tags backgrounds, borders and rules as content; later repairs expect only text.",
    run: markDecorationAsArtifact,
  },
  {
    name: "mark-repeated-heads-as-artifact",
    why: "The browser tags a table head again on each page of the table.",
    run: markRepeatedHeadsAsArtifact,
  },
  {
    name: "prune-attributes",
    why: "The browser writes meaningless attributes on cells and parts of formulas.",
    run: pruneAttributes,
  },
  {
    name: "level-headings",
    needs: ["mark-decoration-as-artifact"],
    why: "Readers look for a section where an author skipped a heading level.",
    run: levelHeadings,
  },
  {
    name: "tag-untagged-links",
    needs: ["mark-decoration-as-artifact"],
    why: "The browser leaves links without text out of the structure tree.",
    run: tagUntaggedLinks,
  },
  {
    name: "tag-links",
    needs: ["mark-decoration-as-artifact", "tag-untagged-links"],
    why: "The browser does not tag links with a role of their own, such as footnote references; later repairs look for Link.",
    run: tagLinks,
  },
  { name: "describe-links", needs: ["tag-links"], why: "Links need a description.", run: describeLinks },
  {
    name: "open-form",
    needs: ["tag-links", "describe-links"],
    why: "Fill-in space is printed as links, which cannot be filled in on screen.",
    run: openForm,
  },
  {
    name: "tag-contents",
    needs: ["tag-links"],
    why: "The browser tags the contents list as a plain list of links.",
    run: tagContents,
  },
  {
    name: "complete-lists",
    needs: ["open-form", "tag-contents"],
    why: "List items have no body; fields count as labels, and contents entries have no body.",
    run: completeLists,
  },
  { name: "complete-ruby", why: "The browser does not tag ruby bases.", run: completeRuby },
  {
    name: "tag-footnotes",
    needs: ["complete-lists"],
    why: "The browser does not tag footnotes, which go inside the body of their item.",
    run: tagFootnotes,
  },
];
