/** The formats of Offprint itself. */
export type BuiltInFormat = "html" | "pdf" | "epub" | "docx" | "md" | "txt";

/** Those of plug-ins, too. */
export type FormatName = BuiltInFormat | (string & {});

/** What a style sheet is written for. */
export type Medium = "screen" | "print" | "book";

/** A design of its own that a template may have for a paged edition, beside the one that all of them share. */
export type Design = "large-print" | "booklet" | "ink-saver";

export const designs: readonly Design[] = ["large-print", "booklet", "ink-saver"];

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
  /** Of its files, where it is not the name of the format. */
  readonly extension?: string;
  /** What readers see it called, for an edition of a plug-in. */
  readonly label?: string;
  /** Paper in CSS terms (`@page { size }`), for paged editions. */
  readonly paper?: "letter" | "A4";
  readonly design?: Design;
  /** Two pages on each side of a sheet, in the order in which folded sheets are read. */
  readonly imposed?: boolean;
  /** Made whenever this one is: the same pages in the order in which they are read. */
  readonly twin?: string;
  /** A reading system that needs files of its own. */
  readonly readingSystem?: "kobo";
  /** Readers, where it is left out. */
  readonly audience?: Audience;
  /** The edition whose text this one has too: a condition that names that one holds for this one. */
  readonly variantOf?: string;
  /** It offers the files of the other editions, and so is made after them. */
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
} as const satisfies Record<string, Edition & { readonly format: BuiltInFormat }>;

/** The editions of Offprint itself. */
export type BuiltInEdition = keyof typeof editions;

/** Those of plug-ins, too. */
export type EditionName = BuiltInEdition | (string & {});

/** Offprint's own. */
export const editionNames = Object.keys(editions) as BuiltInEdition[];

/** What is issued when the author asks for nothing else. */
export const defaultEditions: readonly EditionName[] = ["web", "ebook", "handout"];

/** The editions on paper. */
export const pagedEditions = editionNames.filter((name) => editions[name].format === "pdf");

/** Whether it is Offprint's own. */
export function isOwn(name: EditionName): name is BuiltInEdition {
  return Object.hasOwn(editions, name);
}
