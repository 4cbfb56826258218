import type { OffprintConfig } from "../config/offprint-config.ts";
import type { EditionName, FormatName } from "../model/edition.ts";
import type { SourceKind } from "../model/imported.ts";
import type { PdfStandard } from "../model/pdf-standard.ts";
import type { Progress } from "../pipeline/build-request.ts";
import type { Shard } from "../pipeline/shard.ts";

export type { Progress, Shard };

/** What is to be checked, and how. Everything has a default. */
export interface CheckOptions {
  /** Markdown files, documents to import and publication folders, `-` for standard input; those of the configuration, or `content`, where it is left out. */
  readonly sources?: string | readonly string[] | undefined;
  /** The folder that paths are relative to and whose configuration counts; that of the process where it is left out. */
  readonly cwd?: string | undefined;
  /** Instead of what `offprint.config.ts` in the folder says. */
  readonly config?: OffprintConfig | undefined;
  /** The profile of the configuration whose keys go over the others. */
  readonly profile?: string | undefined;
  /** Which editions; without them and `formats`, those that the publication names. */
  readonly editions?: readonly EditionName[] | undefined;
  /** Which formats, each with all of its editions that the publication names. */
  readonly formats?: readonly FormatName[] | undefined;
  /** Which standard the PDFs conform to; `ua-1` where it is left out. */
  readonly pdfStandard?: PdfStandard | undefined;
  /** Whether an e-book names the pages of a handout, which is printed for that; it does where this is left out. */
  readonly pageList?: boolean | undefined;
  /** The folder below which pictures and included files lie, relative to `cwd`; the repository where it is left out. */
  readonly root?: string | undefined;
  /** What the sources are, whatever their names say; by their names, and standard input by its content, where it is left out. */
  readonly from?: SourceKind | undefined;
  /** Whether warnings are errors. */
  readonly strict?: boolean | undefined;
  /** Whether what an earlier run made of the same is taken and what is made is kept; it is where this is left out. */
  readonly cache?: boolean | undefined;
  /** The part of the sources to make: of `{ index: 2, count: 5 }` every fifth, from the second on. */
  readonly shard?: Shard | undefined;
  /** Publications that are made at the same time; by processors and memory where it is left out. */
  readonly jobs?: number | undefined;
  /** Whether EPUBCheck in Java and Ace by DAISY look at each e-book, too. */
  readonly full?: boolean | undefined;
  /** Ends the run; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called at each step. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** What is to be built, and how. */
export interface BuildOptions extends CheckOptions {
  /**
   * The folder to write to, relative to `cwd`; `true` for the one that the configuration names, or `dist`. Where it is left
   * out, nothing is written.
   */
  readonly out?: string | true | undefined;
  /** Whether the sources are all there are, so that the library page lists no others. */
  readonly complete?: boolean | undefined;
  /** Whether a conformance report is written beside the files where no library page is, too. */
  readonly report?: boolean | undefined;
  /** Reports of veraPDF, Ace or EPUBCheck as JSON, relative to `cwd`, which conformance reports are to have, too. */
  readonly results?: readonly string[] | undefined;
  /**
   * Where the release before this one lies, relative to `cwd`: an output folder, a folder of the files that it handed out, or its
   * `manifest.json`. An output folder that is empty knows what changed from it.
   */
  readonly previous?: string | undefined;
  /** A PostgreSQL database, `postgres://user:password@host/database`, whose workers (`offprint work`) make the publications. */
  readonly queue?: string | undefined;
  /** Where workers leave what they make, `s3://bucket/folder`; in the output folder, which they have to see, where it is left out. */
  readonly store?: string | undefined;
}
