import type { OffprintConfig } from "../config/offprint-config.ts";
import type { EditionName, FormatName } from "../model/edition.ts";
import type { SourceKind } from "../model/imported.ts";
import type { PdfStandard } from "../model/pdf-standard.ts";
import type { Progress } from "../pipeline/build-request.ts";
import type { Shard } from "../pipeline/shard.ts";

export type { Progress, Shard };

/** Sources and options of a check. All have defaults. */
export interface CheckOptions {
  /**
   * Markdown files, documents to import and publication folders, or `-` for standard input; defaults to the configured
   * sources, or `content`.
   */
  readonly sources?: string | readonly string[] | undefined;
  /**
   * The folder that paths are relative to and that contains the configuration; defaults to the folder of the process.
   */
  readonly cwd?: string | undefined;
  /** Replaces the folder's `offprint.config.ts`. */
  readonly config?: OffprintConfig | undefined;
  /** Profile of the configuration; its keys override the others. */
  readonly profile?: string | undefined;
  /** Editions; without them and `formats`, those that the publication lists. */
  readonly editions?: readonly EditionName[] | undefined;
  /** Formats; each with all editions that the publication lists. */
  readonly formats?: readonly FormatName[] | undefined;
  /** PDF standard to conform to; defaults to `ua-1`. */
  readonly pdfStandard?: PdfStandard | undefined;
  /** Whether an e-book lists the pages of a handout, which is printed for that; defaults to true. */
  readonly pageList?: boolean | undefined;
  /** The folder that contains all images and included files, relative to `cwd`; defaults to the repository. */
  readonly root?: string | undefined;
  /**
   * Kind of the sources, whatever their names; by default, detected from their names, or from the content of standard
   * input.
   */
  readonly from?: SourceKind | undefined;
  /** Whether warnings are errors. */
  readonly strict?: boolean | undefined;
  /** Whether to reuse results of earlier runs and to store new ones; defaults to true. */
  readonly cache?: boolean | undefined;
  /** The part of the sources to build: `{ index: 2, count: 5 }` is every fifth, starting with the second. */
  readonly shard?: Shard | undefined;
  /** Number of publications built at the same time; depends on processors and memory by default. */
  readonly jobs?: number | undefined;
  /** Whether to check each e-book with EPUBCheck in Java and Ace by DAISY, too. */
  readonly full?: boolean | undefined;
  /**
   * Whether the result has the artifacts with their bytes; defaults to true. Without them, memory does not grow with
   * the number of publications.
   */
  readonly artifacts?: boolean | undefined;
  /** Aborts the run; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called at each step. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Sources and options of a build. */
export interface BuildOptions extends CheckOptions {
  /** The output folder, relative to `cwd`; `true` for the configured one, or `dist`. If absent, nothing is written. */
  readonly out?: string | true | undefined;
  /** Whether the sources are all there are, so that the library page lists no others. */
  readonly complete?: boolean | undefined;
  /** Whether to write a conformance report even where no library page is written. */
  readonly report?: boolean | undefined;
  /** Reports of veraPDF, Ace or EPUBCheck as JSON to include in conformance reports, relative to `cwd`. */
  readonly results?: readonly string[] | undefined;
  /**
   * The previous release, relative to `cwd`: an output folder, a folder of its files, or its `manifest.json`. An empty
   * output folder uses it to list changes.
   */
  readonly previous?: string | undefined;
  /**
   * A PostgreSQL database, `postgres://user:password@host/database`, whose workers (`offprint work`) build the
   * publications.
   */
  readonly queue?: string | undefined;
  /**
   * Where workers store their results, `s3://bucket/folder`; defaults to the output folder, which they must be able to
   * access.
   */
  readonly store?: string | undefined;
}
