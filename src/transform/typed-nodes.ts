import type { FoundCitation } from "./citations/resolve-citations.ts";

/** Kinds of numbered elements, each with its own count. */
export type NumberedKind = "figure" | "table" | "box" | "equation";

/** Target of a reference. */
export interface Reference {
  readonly kind: NumberedKind | "section" | "chapter" | "glossary";
  readonly id: string;
  /** Title of a section or a chapter, unless an edition leaves out words of it. */
  readonly title: string;
}

// Elements that are numbered, or refer to something numbered. Until an edition is chosen, they only have this data and
// no label.

declare module "hast" {
  interface ElementData {
    /** Kind of an element with a numbered label. */
    numbered?: NumberedKind;
    /** Marks a part of a figure with several under one caption: its label is a letter. */
    isPart?: true;
    /** Key of a footnote's list item, unique in the chapter. */
    footnoteKey?: string;
    /** Key of the footnote that a reference refers to. */
    footnoteReference?: string;
    /** Marks the place of the back-links in a footnote. */
    footnoteBackLinks?: true;
    /** A reference to another part of the publication. */
    reference?: Reference;
    /** A citation for the citation processor. */
    citation?: FoundCitation;
  }
}
