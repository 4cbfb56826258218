/** Built-in formats and those of plug-ins. */
export type FormatName = BuiltInFormat | (string & {});

/** The medium of a style sheet. */
export type Medium = "screen" | "print" | "book";

/** A variant of a template's print design for one paged edition. */
export type Design = "large-print" | "booklet" | "ink-saver";

export const designs: readonly Design[] = ["large-print", "booklet", "ink-saver"];

/** The audience of an edition. */
export type Audience = "reader" | "adviser";

export const audiences: readonly Audience[] = ["reader", "adviser"];

/** A form in which a publication is issued. */
export interface Edition {
  readonly format: string;
  readonly medium: Medium;
  /** Inserted between the slug and the extension: `<slug>.a4.pdf`. Empty for the first edition of a format. */
  readonly suffix: string;
  /** One sentence for `offprint build --help` and the guide. */
  readonly description: string;
  /** File extension, where it differs from the format's name. */
  readonly extension?: string;
  /** Name shown to readers in every language; without one, each file of `i18n/` has a name. */
  readonly label?: string;
  /** Paper size as in CSS `@page { size }`, for paged editions. */
  readonly paper?: "letter" | "A4";
  readonly design?: Design;
  /** Two pages on each side of a sheet, imposed for folding. */
  readonly imposed?: boolean;
  /** An edition that is always built with this one: the same pages in reading order. */
  readonly twin?: string;
  /** The reading system that needs its own files. */
  readonly readingSystem?: "kobo";
  /** Defaults to readers. */
  readonly audience?: Audience;
  /** The edition whose content this one shares: conditions that name it also apply to this one. */
  readonly variantOf?: string;
  /** Whether it links to the files of the other editions, and so is built after them. */
  readonly offersFiles?: boolean;
}

export const editions = {
  web: { format: "html", medium: "screen", suffix: "", description: "One self-contained web page.", offersFiles: true },
  ebook: { format: "epub", medium: "book", suffix: "", description: "An EPUB 3.3 for e-readers." },
  "ebook-kobo": {
    format: "epub",
    medium: "book",
    suffix: ".kepub",
    description: "The same book for Kobo's e-readers.",
    readingSystem: "kobo",
    variantOf: "ebook",
  },
  docx: {
    format: "docx",
    medium: "screen",
    suffix: "",
    description: "A Word document, for reviewers and local changes.",
  },
  markdown: {
    format: "md",
    medium: "screen",
    suffix: "",
    description: "The finished text as plain Markdown (CommonMark and GFM).",
  },
  text: {
    format: "txt",
    medium: "screen",
    suffix: "",
    description: "The finished text as plain text in lines of 78 columns.",
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
  "large-print": {
    format: "pdf",
    medium: "print",
    suffix: ".large-print",
    paper: "letter",
    design: "large-print",
    description: "The handout in large print, 18 points and more, for readers with low vision.",
    variantOf: "handout",
  },
  booklet: {
    format: "pdf",
    medium: "print",
    suffix: ".booklet",
    paper: "letter",
    design: "booklet",
    imposed: true,
    twin: "booklet-pages",
    description: "Sheets to print on both sides, flipped on the short edge, and to fold into a booklet.",
    variantOf: "handout",
  },
  "booklet-pages": {
    format: "pdf",
    medium: "print",
    suffix: ".booklet-pages",
    paper: "letter",
    design: "booklet",
    description: "The pages of the booklet one by one, to read on a screen.",
    variantOf: "handout",
  },
  "ink-saver": {
    format: "pdf",
    medium: "print",
    suffix: ".ink-saver",
    paper: "letter",
    design: "ink-saver",
    description: "The handout in shades of grey, without large dark areas and with less white.",
    variantOf: "handout",
  },
} as const satisfies Record<string, Edition>;

/** Built-in editions. */
export type BuiltInEdition = keyof typeof editions;

/** Built-in editions whose names are translated. */
export type TranslatedEdition = {
  [Name in BuiltInEdition]: (typeof editions)[Name] extends { readonly label: string } ? never : Name;
}[BuiltInEdition];

/** Built-in formats. */
export type BuiltInFormat = (typeof editions)[BuiltInEdition]["format"];

/** Built-in editions and those of plug-ins. */
export type EditionName = BuiltInEdition | (string & {});

/** Names of the built-in editions. */
export const editionNames = Object.keys(editions) as BuiltInEdition[];

/** Editions that are built where the author lists none. */
export const defaultEditions: readonly EditionName[] = ["web", "ebook", "handout"];

/** Names of the built-in paged editions. */
export const pagedEditions = editionNames.filter((name) => editions[name].format === "pdf");
