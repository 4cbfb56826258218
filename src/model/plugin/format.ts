import type { Severity } from "../diagnostic.ts";
import type { Publication } from "../publication.ts";

/** What a format is made with. */
export interface FormatContext {
  /** The name of the edition. */
  readonly edition: string;
  /** The file's name, `slug.extension`. */
  readonly fileName: string;
}

/** Says that what was made is not right. An error keeps the edition from being written. */
export type FormatReport = (severity: Severity, message: string, hint?: string) => void;

/**
 * A format composes, writes and checks. It gets the publication as its edition shows it, with everything numbered and
 * resolved, sanitised and confined. Equal publications have to give equal bytes.
 */
export interface PluginFormat<Composed = unknown> {
  /** What `--format` calls it. */
  readonly name: string;
  /** Without the dot; the name, where it is left out. */
  readonly extension?: string;
  /** IANA. */
  readonly mediaType: string;
  /** From the publication to a value that only `write` knows. */
  compose(publication: Publication, context: FormatContext): Composed | Promise<Composed>;
  /** The file. */
  write(composed: Composed, context: FormatContext): Uint8Array | string | Promise<Uint8Array | string>;
  /** Looks at the finished file. */
  check?(bytes: Uint8Array, report: FormatReport, context: FormatContext): void | Promise<void>;
}

/** A way a publication is issued in a format. A format that no edition has is an edition of its own name. */
export interface PluginEdition {
  /** What `--edition` and `editions:` call it. */
  readonly name: string;
  /** The name of a format: Offprint's, or one of the plug-in. */
  readonly format: string;
  /** Put between the slug and the extension. */
  readonly suffix?: string;
  /** One sentence for the manual. */
  readonly description?: string;
  /** What readers see it called, on the library page; its name, where it is left out. */
  readonly label?: string;
  /** `adviser`: with what only advisers are to see. */
  readonly audience?: "reader" | "adviser";
}
