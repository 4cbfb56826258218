import type { Job, Repair } from "./repair.ts";
import { tagUntaggedLinks } from "./tag-untagged-links.ts";
import { completeLists } from "./complete-lists.ts";
import { completeRuby } from "./complete-ruby.ts";
import { pruneAttributes } from "./prune-attributes.ts";
import { openForm } from "./open-form.ts";
import { markDecorationAsArtifact } from "./mark-decoration-as-artifact.ts";
import { markRepeatedHeadsAsArtifact } from "./mark-repeated-heads-as-artifact.ts";
import { tagContents } from "./tag-contents.ts";
import { tagFootnotes } from "./tag-footnotes.ts";
import { PDFHexString, PDFName } from "@cantoo/pdf-lib";
import { readLinks } from "../read/read-links.ts";
import { isFootnoteReference, targetOf } from "../read/link-target.ts";
import { annotationsOf, childrenOf, elementsOf, setType, typeOf, wrap } from "../read/structure-tree.ts";

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

/**
 * Gives every link a description (ISO 14289-1, 7.18.5). Links to the same target have the same order in the printed
 * document and in the structure tree.
 */
function describeLinks({ document, root }: Job): void {
  const words = Map.groupBy(readLinks(root), (link) => link.target);
  for (const { dict } of elementsOf(document)) {
    const annotations = annotationsOf(document.context, dict);
    const target = targetOf(annotations[0]);
    if (target === undefined) continue;
    const text = words.get(target)?.shift()?.text || target;
    for (const annotation of annotations) annotation.set(PDFName.of("Contents"), PDFHexString.fromText(text));
  }
}

/**
 * Corrects heading levels (ISO 14289-1, 7.4.2): the first heading becomes H1, and no level is skipped, whatever the
 * author wrote. Headings of the same level under the same heading keep equal levels.
 */
function levelHeadings({ document }: Job): void {
  const above: number[] = [];
  for (const { dict } of elementsOf(document)) {
    const level = Number(/^H([1-6])$/.exec(typeOf(dict))?.[1] ?? 0);
    if (level === 0) continue;
    while ((above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
    setType(dict, `H${above.length}`);
  }
}

/**
 * Tags elements that enclose a link's annotation as Link (ISO 14289-1, 7.18.5), which the browser omits for links with
 * a role of their own. Footnote references are also enclosed in a Reference (ISO 32000-1, 14.8.4.4.1).
 */
function tagLinks({ document }: Job): void {
  const { context } = document;
  for (const element of elementsOf(document)) {
    if (annotationsOf(context, element.dict).length > 0) setType(element.dict, "Link");
  }
  for (const parent of elementsOf(document)) {
    for (const child of childrenOf(context, parent.dict)) {
      if (typeOf(child.dict) !== "Link") continue;
      const target = targetOf(annotationsOf(context, child.dict)[0]);
      if (target !== undefined && isFootnoteReference(target)) wrap(context, parent, [child], "Reference");
    }
  }
}
