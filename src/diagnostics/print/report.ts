import type { Diagnostic } from "../../model/diagnostic.ts";

/** What a command reports at its end. */
export interface Report {
  /** In reading order. */
  readonly diagnostics: readonly Diagnostic[];
  /** Source texts by file name in the diagnostics. */
  readonly sources: ReadonlyMap<string, string>;
  /** Imported documents as Markdown, by file; all findings except those of the import refer to these. */
  readonly imported?: ReadonlyMap<string, string> | undefined;
  /** Finished files. */
  readonly files: readonly ReportedFile[];
  /** What was done with the files: "Written", "Checked". */
  readonly verb: string;
  /** Whether to print each diagnostic instead of grouping them. */
  readonly verbose?: boolean | undefined;
}

export interface ReportedFile {
  /** As a user would type it. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly pages?: number;
}

/** Output for standard output and standard error, with `closing` at the end. */
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
