import type { ElementContent, Root } from "hast";
import type { CitationLibrary } from "../config/references/read-references.ts";
import type { Metadata } from "../model/metadata.ts";
import type { Publication } from "../model/publication.ts";
import type { JoinedText } from "../model/source.ts";
import type { Abbreviations } from "./abbreviations.ts";
import type { ListedFact } from "./listed-facts.ts";
import type { SourceCheck } from "./source-checks.ts";
import type { PlannedGlossary } from "./glossary.ts";

/** A chapter with what any edition shows: what gets a number says so in its data (`typed-nodes.ts`), and has none yet. */
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
  /** Put before the ids of the chapter. */
  readonly prefix: string;
  /** Headings from `h2` down, and between them what they head. */
  readonly body: Root;
  /** A list item each, in the order in which the text refers to them. */
  readonly footnotes: Root;
  readonly abbreviations: Abbreviations;
}

/** What is published together, before an edition is chosen and anything is numbered. */
export interface WholePublication {
  readonly metadata: Pick<Metadata, "language" | "direction" | "review">;
  readonly chapters: readonly WholeChapter[];
  readonly citations?: CitationLibrary;
  readonly glossary?: PlannedGlossary;
  /** By the keys of references, where the list of references says when they were checked. */
  readonly sourceChecks?: ReadonlyMap<string, SourceCheck>;
}

/** A publication as it would be with everything in it, and what its editions are chosen from. */
export interface MasterPublication extends Publication {
  readonly whole: WholePublication;
  /** Those that its text states. */
  readonly facts: readonly ListedFact[];
}

/** The body of a chapter and its footnotes, in the order in which they are read. */
export function treesOf({ body, footnotes }: Pick<WholeChapter, "body" | "footnotes">): Root[] {
  return [body, footnotes];
}
