import type { FrontProse } from "../../config/adopt/front-prose.ts";
import type { DialectName } from "../../model/dialect.ts";

/** What is known about a text before it is parsed. */
export interface TextFacts {
  /** Number of lines of front matter. */
  readonly start: number;
  /** The tools whose dialects it declares. */
  readonly tools: readonly DialectName[] | undefined;
  /** Text in its front matter. */
  readonly prose: readonly FrontProse[];
  /** Whether its front matter has its title. */
  readonly isTitled: boolean;
}
