import type { Root } from "mdast";
import type { Passage } from "./passages.ts";

/** An article as the prose checks see it. */
export interface Prose {
  readonly tree: Root;
  readonly passages: readonly Passage[];
  /** BCP 47. */
  readonly language: string;
  /** Abbreviations that are explained elsewhere. */
  readonly explained: ReadonlySet<string>;
}
