/** The style of a publication that names none, and of one whose style cannot be used. */
export const defaultCitationStyle = "ama";

/** An element of a CSL style or locale (https://docs.citationstyles.org/en/stable/specification.html). */
export interface CslNode {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (CslNode | string)[];
}

/** The style of citations and of the list of references. */
export interface CitationStyle {
  readonly style: CslNode;
  /** The path shown in messages, where the style is a file of the author. */
  readonly shown?: string;
  /** BCP 47 tag of `locale`. */
  readonly language: string;
  /** Locale terms for the language of the references. */
  readonly locale: CslNode;
  /** Locale terms for `en-US`, the fallback of CSL. */
  readonly fallback: CslNode;
}
