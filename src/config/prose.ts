import type { FrontMatter } from "./front-matter.ts";
import type { OffprintConfig } from "./offprint-config.ts";

/** What an author wants to hear about the style of the text. */
export interface ProseSettings {
  /** Whether matters of taste are looked at: long sentences, unexplained abbreviations, empty sections. */
  readonly style: boolean;
  /** The highest school grade of the United States that the text may ask for. */
  readonly grade?: number | undefined;
}

/** What the chapter says, or else its publication, or else the configuration. */
export function proseSettings(own: FrontMatter, given: FrontMatter, config: OffprintConfig): ProseSettings {
  return {
    style: own.prose ?? given.prose ?? config.prose ?? false,
    grade: own["reading-grade"] ?? given["reading-grade"] ?? config.readingGrade,
  };
}
