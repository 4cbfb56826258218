import type { FoundCitation } from "./citations/resolve-citations.ts";

/** What is counted, each kind for itself. */
export type NumberedKind = "figure" | "table" | "box" | "equation";

/** What a reference leads to. */
export interface Reference {
  readonly kind: NumberedKind | "section" | "chapter" | "glossary";
  readonly id: string;
  /** Of a section or a chapter, as far as no edition leaves out words of it. */
  readonly title: string;
}

// Elements that get a number, or that speak of something with a number. An edition is chosen before anything is counted:
// until then they say what they are in their data, and have no label.

declare module "hast" {
  interface ElementData {
    /** Of what gets a label with its kind and its number. */
    numbered?: NumberedKind;
    /** Of a figure that stands beside others under one caption: its label is a letter. */
    isPart?: true;
    /** Of a list item that is a footnote: what references to it name, unique in the chapter. */
    footnoteKey?: string;
    /** Of a reference to a footnote: its key. */
    footnoteReference?: string;
    /** Of the place in a footnote where the ways back to its references stand. */
    footnoteBackLinks?: true;
    /** Of a reference to another part of the publication. */
    reference?: Reference;
    /** Of what the citation processor fills. */
    citation?: FoundCitation;
  }
}
