/** An element of a CSL style or locale (https://docs.citationstyles.org/en/stable/specification.html). */
export interface CslNode {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (CslNode | string)[];
}

/** How citations and the list of references are written. */
export interface CitationStyle {
  readonly style: CslNode;
  /** The path, as messages show it, where the style is a file beside the article. */
  readonly shown?: string;
  /** BCP 47, of `locale`. */
  readonly language: string;
  /** The words of the language that the references are written in. */
  readonly locale: CslNode;
  /** The words of `en-US`, which CSL falls back to. */
  readonly fallback: CslNode;
}
