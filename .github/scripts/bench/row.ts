import type { Cost } from "./measure-command.ts";

/** A stage of a build, as printed by `--profile`. */
export interface Stage {
  readonly stage: string;
  /** Milliseconds, summed over all occurrences. */
  readonly milliseconds: number;
}

/** A row of the tables. */
export interface Row {
  readonly work: string;
  readonly ours: Cost;
  readonly peer?: Cost;
  readonly stages?: readonly Stage[];
  /** Pages of all PDFs. */
  readonly pages?: number;
  /** In rows about growth: the number of articles or pages. */
  readonly size?: { readonly of: "articles" | "pages"; readonly count: number };
}

/** A benchmark: one row, or a few related ones. */
export interface Benchmark {
  readonly name: string;
  /** Skipped with `--quick`. */
  readonly isLong?: boolean;
  readonly measure: () => Promise<readonly Row[]>;
}

/** The results so far, by benchmark name. */
export interface Results {
  readonly node: string;
  readonly processors: number;
  readonly rows: Readonly<Record<string, readonly Row[]>>;
}
