import type { Code } from "mdast";
import type { Illustration } from "../model/chart.ts";
import type { Facts } from "../config/facts-file.ts";
import type { CitationLibrary } from "../config/references/read-references.ts";
import type { Glossary } from "../config/glossary-file.ts";
import type { Highlighter } from "./highlighter.ts";

/** What the steps of an article know besides its text: an entry for each feature that needs one. */
export interface TransformContext {
  /** Day of the build by the World's clock, `YYYY-MM-DD`. It is never printed; it only decides what is out of date. */
  readonly today: string;
  /** Drawn charts by block. */
  readonly charts?: ReadonlyMap<Code, Illustration>;
  /** Facts of `facts.yaml`, if there is one. */
  readonly facts?: Facts;
  /** Set if there is a reference file. */
  readonly citations?: CitationLibrary;
  readonly glossary?: Glossary;
  /** Set if there is code: see `holdsCode`. */
  readonly highlighter?: Highlighter;
}
