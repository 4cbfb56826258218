import type { Diagnostic } from "../../model/diagnostic.ts";

/** What a command has to say at its end. */
export interface Report {
  /** In the order in which they are to be read. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that the diagnostics point into, by file as the diagnostics name it. */
  readonly sources: ReadonlyMap<string, string>;
  /** What documents of other programs became, by file: all but what their import says points into these. */
  readonly imported?: ReadonlyMap<string, string> | undefined;
  /** Finished files. */
  readonly files: readonly ReportedFile[];
  /** What became of the files, in a few words: "Written", "Checked". */
  readonly verb: string;
  /** Whether each diagnostic is told by itself, instead of equal ones together. */
  readonly verbose?: boolean | undefined;
}

export interface ReportedFile {
  /** As a person would type it. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly pages?: number;
}

/** What goes to standard output and what to standard error, `closing` after all else. */
export interface Printed {
  readonly output: string;
  readonly errors: string;
  readonly closing: string;
}

export interface Style {
  readonly colour: boolean;
  readonly columns: number;
}

export type Reporter = (report: Report, style: Style) => Printed;
