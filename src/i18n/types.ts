import type { TranslatedEdition } from "../model/edition.ts";
import type { BoxName } from "./box-names.ts";
import type { Confidence } from "../config/facts-file.ts";

/** The words that Offprint adds to a document, by language. */
export interface Messages {
  readonly contents: string;
  readonly notes: string;
  readonly note: string;
  readonly backToText: string;
  readonly references: string;
  readonly figure: string;
  readonly table: string;
  /** Titles of the lists of figures and of tables. */
  readonly figures: string;
  readonly tables: string;
  /** Above a table continued from the previous page; `#` is its label. */
  readonly continued: string;
  readonly box: string;
  readonly equation: string;
  readonly glossary: string;
  /** Title of the index of terms. */
  readonly termIndex: string;
  /** In the index of terms, before (`#`) another entry. */
  readonly see: string;
  /** Title of the list of web addresses in print. */
  readonly links: string;
  /** Name of a QR code; `#` is the address in it. */
  readonly qrCode: string;
  /** Before the web address of the publication. */
  readonly onTheWeb: string;
  /** Location; `#` is the page number. */
  readonly onPage: string;
  /** In the margin, where page `#` of another edition begins; short. */
  readonly marginPage: string;
  /** Explains these numbers; `#` is the name of that edition. */
  readonly marginPages: string;
  readonly part: string;
  readonly skipToContent: string;
  readonly published: string;
  readonly updated: string;
  readonly checked: string;
  readonly checkAgain: string;
  readonly by: string;
  readonly editedBy: string;
  readonly licence: string;
  readonly cover: string;
  readonly titlePage: string;
  readonly task: string;
  readonly done: string;
  /** Title of an answer key. */
  readonly answerKey: string;
  /** Default name of a text box. */
  readonly yourAnswer: string;
  /** Name of ruled lines and blanks in print. */
  readonly spaceToWrite: string;
  /** Shown once on a web page with text boxes. */
  readonly nothingSent: string;
  /** On the first page of an adviser's edition. */
  readonly forAdvisers: string;
  readonly page: string;
  readonly chartData: string;
  readonly diagramText: string;
  readonly chartSource: string;
  readonly of: string;
  readonly callouts: Readonly<Record<CalloutName, string>>;
  /** Titles of other tools' boxes, which Offprint shows as callouts. */
  readonly boxes: Readonly<Record<BoxName, string>>;
  readonly bookAccessibility: BookAccessibility;
  readonly facts: FactMessages;
  readonly web: WebMessages;
  readonly release: ReleaseMessages;
  readonly library: LibraryMessages;
}

/** Sentences of an e-book's accessibility summary. */
export interface BookAccessibility {
  readonly structure: string;
  readonly reflows: string;
  readonly notesLinked: string;
  readonly described: string;
  readonly undescribed: string;
  readonly chartData: string;
  readonly formulas: string;
  readonly tableHeaders: string;
  readonly noTableHeaders: string;
  readonly pages: string;
  readonly moves: string;
  readonly howFound: string;
}

/** Words of the web page around an article. */
interface WebMessages {
  /** Name of the list of a publication's languages. */
  readonly languages: string;
  /** Before the list of the other editions. */
  readonly downloads: string;
  /** Name of the collapsed list of further editions. */
  readonly moreEditions: string;
  readonly colorScheme: string;
  readonly light: string;
  readonly dark: string;
  readonly system: string;
  readonly readingTime: PluralForms;
  /** Name of a heading's link to itself; `#` is the heading. */
  readonly linkTo: string;
  /** Shown from the day on which a publication is due for review. */
  readonly reviewPassed: string;
  /** Before the link to a PDF with form fields. */
  readonly fillablePdf: string;
}

/** Words of the table of sources and dates: its title, its columns, and the confidence of facts. */
interface FactMessages {
  readonly title: string;
  readonly source: string;
  readonly statements: string;
  readonly checked: string;
  readonly checkAgain: string;
  readonly confidence: Readonly<Record<Confidence, string>>;
}

/**
 * A number of things in a language; `#` is the number. `Intl.PluralRules` (Unicode CLDR plural rules) selects the form:
 * Arabic has all six, Japanese only `other`.
 */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Words that identify a version of a text, in print and on the page that tells which is current. */
interface ReleaseMessages {
  /** Before the id of the printed version. */
  readonly version: string;
  readonly isCurrent: string;
  /** Above the list of versions. */
  readonly find: string;
  readonly current: string;
  /** `#` is the later version. */
  readonly superseded: string;
  /** Title of the list of changes, and the beginnings of its lines. */
  readonly changed: string;
  readonly added: string;
  readonly altered: string;
  readonly removed: string;
  /** Next to what was due for a check. */
  readonly expired: string;
}

/** Words of the page that lists the publications. */
interface LibraryMessages {
  readonly title: string;
  /** Label of the field that searches all publications. */
  readonly search: string;
  /** Link to the checks that a publication passed. */
  readonly report: string;
  /** `#` is the number of results. */
  readonly results: string;
  readonly searchFails: string;
  readonly pages: PluralForms;
  readonly editions: Readonly<Record<TranslatedEdition, string>>;
}

export const calloutNames = ["note", "tip", "important", "warning", "caution", "example"] as const;
export type CalloutName = (typeof calloutNames)[number];
