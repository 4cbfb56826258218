export type FormatName = "html" | "pdf" | "epub";

/** What a style sheet is written for. */
export type Medium = "screen" | "print" | "book";

/** Whom an edition is for. */
export type Audience = "reader" | "adviser";

export const audiences: readonly Audience[] = ["reader", "adviser"];

/** A way a publication is issued. */
export interface Edition {
  readonly format: FormatName;
  readonly medium: Medium;
  /** Put between the slug and the extension: `<slug>.a4.pdf`. Empty for the first edition of a format. */
  readonly suffix: string;
  /** One sentence for `offprint build --help` and the manual. */
  readonly description: string;
  /** Paper in CSS terms (`@page { size }`), for paged editions. */
  readonly paper?: "letter" | "A4";
  /** A reading system that needs files of its own. */
  readonly readingSystem?: "kobo";
  /** Readers, where it is left out. */
  readonly audience?: Audience;
  /** The edition whose text this one has too: a condition that names that one holds for this one. */
  readonly variantOf?: string;
}

export const editions = {
  web: { format: "html", medium: "screen", suffix: "", description: "One self-contained web page." },
  ebook: { format: "epub", medium: "book", suffix: "", description: "An EPUB 3.3 for e-readers." },
  "ebook-kobo": {
    format: "epub",
    medium: "book",
    suffix: ".kepub",
    description: "The same book for Kobo's e-readers.",
    readingSystem: "kobo",
    variantOf: "ebook",
  },
  handout: {
    format: "pdf",
    medium: "print",
    suffix: "",
    paper: "letter",
    description: "A PDF handout on US Letter paper.",
  },
  "handout-a4": {
    format: "pdf",
    medium: "print",
    suffix: ".a4",
    paper: "A4",
    description: "The same handout on A4 paper.",
    variantOf: "handout",
  },
  "handout-key": {
    format: "pdf",
    medium: "print",
    suffix: ".key",
    paper: "letter",
    description: "The handout for advisers, with the answer keys.",
    audience: "adviser",
    variantOf: "handout",
  },
} as const satisfies Record<string, Edition>;

export type EditionName = keyof typeof editions;

export const editionNames = Object.keys(editions) as EditionName[];

/** What is issued when the author asks for nothing else. */
export const defaultEditions: readonly EditionName[] = ["web", "ebook", "handout"];

/** The editions that a name in a condition means: the one with that name and its variants. */
export function editionsNamed(named: string): EditionName[] {
  return editionNames.filter((name) => name === named || (editions[name] as Edition).variantOf === named);
}

/** The editions that are for an audience. */
export function editionsFor(audience: Audience): EditionName[] {
  return editionNames.filter((name) => ((editions[name] as Edition).audience ?? "reader") === audience);
}

/** The file name of an edition of a publication: `slug.epub`, `slug.a4.pdf`. */
export function editionFile(slug: string, name: EditionName): string {
  const edition = editions[name];
  return `${slug}${edition.suffix}.${edition.format}`;
}

/** What a person asks for instead of what the publication asks for itself. */
export interface EditionChoice {
  readonly editions?: readonly EditionName[] | undefined;
  /** Of these formats only; where the publication names no edition of a format, the first there is. */
  readonly formats?: readonly FormatName[] | undefined;
}

/** The editions to make, in their own order. */
export function chooseEditions(named: readonly EditionName[], choice: EditionChoice): EditionName[] {
  const { formats } = choice;
  const asked = choice.editions ?? (formats ? withFormats(named, formats) : named);
  return editionNames.filter((name) => asked.includes(name) && (!formats || formats.includes(editions[name].format)));
}

function withFormats(named: readonly EditionName[], formats: readonly FormatName[]): EditionName[] {
  const missing = formats.filter((format) => !named.some((name) => editions[name].format === format));
  const first = missing.map((format) => editionNames.find((name) => editions[name].format === format));
  return [...named, ...first.filter((name) => name !== undefined)];
}
