import type { Severity } from "../diagnostic.ts";
import type { Publication } from "../publication.ts";

/** What a format is told about the file to make. */
export interface FormatContext {
  /** Edition name. */
  readonly edition: string;
  /** File name, `slug.extension`. */
  readonly fileName: string;
}

/** Reports a fault of the finished file. An error keeps the edition from being written. */
export type FormatReport = (severity: Severity, message: string, hint?: string) => void;

/**
 * A format composes, writes and checks. It receives the edition's publication, numbered, resolved, sanitised and
 * confined. Equal publications must give equal bytes.
 */
export interface PluginFormat<Composed = unknown> {
  /** Name for `--format`. */
  readonly name: string;
  /** Without the dot; defaults to the name. */
  readonly extension?: string;
  /** IANA media type. */
  readonly mediaType: string;
  /** Converts the publication to a value that only `write` reads. */
  compose(publication: Publication, context: FormatContext): Composed | Promise<Composed>;
  /** Returns the content of the file. */
  write(composed: Composed, context: FormatContext): Uint8Array | string | Promise<Uint8Array | string>;
  /** Checks the finished file. */
  check?(bytes: Uint8Array, report: FormatReport, context: FormatContext): void | Promise<void>;
}

/** An edition in some format. A format without an edition becomes an edition of its own name. */
export interface PluginEdition {
  /** Name for `--edition` and `editions:`. */
  readonly name: string;
  /** Name of a built-in format or one of the plug-in. */
  readonly format: string;
  /** Inserted between the slug and the extension. */
  readonly suffix?: string;
  /** One sentence for the guide. */
  readonly description?: string;
  /** Name shown on the library page; defaults to `name`. */
  readonly label?: string;
  /** `adviser` includes content for advisers only. */
  readonly audience?: "reader" | "adviser";
}
