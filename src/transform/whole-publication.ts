import type { ElementContent, Root } from "hast";
import type { CitationLibrary } from "../config/references/read-references.ts";
import type { Metadata } from "../model/metadata.ts";
import type { Publication } from "../model/publication.ts";
import type { JoinedText } from "../model/source.ts";
import type { Abbreviations } from "./abbreviations.ts";
import type { ListedFact } from "./listed-facts.ts";
import type { SourceCheck } from "./source-checks.ts";
import type { PlannedGlossary } from "./glossary.ts";

/**
 * A chapter with the content of all editions: numbered elements are marked in their data (`typed-nodes.ts`) but have no
 * numbers yet.
 */
export interface WholeChapter {
  /** Unique in the publication. */
  readonly slug: string;
  /** BCP 47. */
  readonly language: string;
  readonly source: JoinedText;
  /** Plain text. */
  readonly title: string;
  readonly titleContent: readonly ElementContent[];
  readonly part?: string | null;
  /** Prefix of the chapter's ids. */
  readonly prefix: string;
  /** Sections from `h2` down. */
  readonly body: Root;
  /** One list item each, in the order of the references. */
  readonly footnotes: Root;
  readonly abbreviations: Abbreviations;
}

/** What is published together, before an edition is chosen and anything is numbered. */
export interface WholePublication {
  readonly metadata: Pick<Metadata, "language" | "direction" | "review">;
  readonly chapters: readonly WholeChapter[];
  readonly citations?: CitationLibrary;
  readonly glossary?: PlannedGlossary;
  /** By reference key, where the list of references states when they were checked. */
  readonly sourceChecks?: ReadonlyMap<string, SourceCheck>;
}

/** A publication with all content, from which editions are selected. */
export interface MasterPublication extends Publication {
  readonly whole: WholePublication;
  /** Facts that its text states. */
  readonly facts: readonly ListedFact[];
}

/** Returns the body of a chapter and its footnotes, in reading order. */
export function treesOf({ body, footnotes }: Pick<WholeChapter, "body" | "footnotes">): Root[] {
  return [body, footnotes];
}
