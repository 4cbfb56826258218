import type { Code } from "mdast";
import type { Illustration } from "../model/chart.ts";
import type { Facts } from "../config/facts-file.ts";
import type { CitationLibrary } from "../config/references/read-references.ts";
import type { Glossary } from "../config/glossary-file.ts";
import type { Highlighter } from "./highlighter.ts";

/** What the steps of an article know beyond its own text: an entry for each feature that needs it. */
export interface TransformContext {
  /** The day of the build by the World's clock, `YYYY-MM-DD`. It is never printed: it tells what is out of date. */
  readonly today: string;
  /** The charts that were drawn, by their blocks. */
  readonly charts?: ReadonlyMap<Code, Illustration>;
  /** Of `facts.yaml`, where there is one. */
  readonly facts?: Facts;
  /** Where there is a file of references. */
  readonly citations?: CitationLibrary;
  readonly glossary?: Glossary;
  /** Where there is code: see `holdsCode`. */
  readonly highlighter?: Highlighter;
}
