import type { FrontMatter } from "./front-matter.ts";
import type { OffprintConfig } from "./offprint-config.ts";

/** Settings for checks of style. */
export interface ProseSettings {
  /** Whether to check long sentences, unexplained abbreviations and empty sections. */
  readonly style: boolean;
  /** Maximum readability as a United States school grade. */
  readonly grade?: number | undefined;
}

/** Returns the settings of the chapter, else those of the publication, else those of the configuration. */
export function proseSettings(own: FrontMatter, frontMatter: FrontMatter, config: OffprintConfig): ProseSettings {
  return {
    style: own.prose ?? frontMatter.prose ?? config.prose ?? false,
    grade: own["reading-grade"] ?? frontMatter["reading-grade"] ?? config.readingGrade,
  };
}
