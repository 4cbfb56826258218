import type { Cost } from "./measure-command.ts";

/** A stage of a build as `--profile` prints it. */
export interface Stage {
  readonly stage: string;
  /** Milliseconds of all times together. */
  readonly milliseconds: number;
}

/** A line of the tables. */
export interface Row {
  readonly work: string;
  readonly ours: Cost;
  readonly peer?: Cost;
  readonly stages?: readonly Stage[];
  /** Pages of all PDFs that were made. */
  readonly pages?: number;
  /** Of a row that shows how cost grows: how many articles or pages there were. */
  readonly size?: { readonly of: "articles" | "pages"; readonly count: number };
}

/** Something that is measured by itself: one row, or a few that belong together. */
export interface Benchmark {
  readonly name: string;
  /** Left out by `--quick`. */
  readonly isLong?: boolean;
  readonly measure: () => Promise<readonly Row[]>;
}

/** What has been measured until now, by the names of benchmarks. */
export interface Results {
  readonly node: string;
  readonly processors: number;
  readonly rows: Readonly<Record<string, readonly Row[]>>;
}
