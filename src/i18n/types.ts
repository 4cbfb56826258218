import type { EditionName } from "../model/edition.ts";
import type { BoxName } from "./box-names.ts";
import type { Confidence } from "../config/facts-file.ts";

/** The words that Offprint itself puts into a document, by language. */
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
  /** Above a table that goes on from the page before, `#` being its label. */
  readonly continued: string;
  readonly box: string;
  readonly equation: string;
  readonly glossary: string;
  /** The title of the index of terms. */
  readonly termIndex: string;
  /** In the index of terms, before (`#`) another entry. */
  readonly see: string;
  /** The title of the list of web addresses on paper. */
  readonly links: string;
  /** What a QR code is called, `#` being the address in it. */
  readonly qrCode: string;
  /** Before the web address of the publication. */
  readonly onTheWeb: string;
  /** Where a thing stands, `#` being the number of the page. */
  readonly onPage: string;
  /** In the margin, where page `#` of another edition begins; short. */
  readonly marginPage: string;
  /** What these numbers are, `#` being the name of that edition. */
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
  /** The title of an answer key. */
  readonly answerKey: string;
  /** What a box to write in is called where its author gives it no name. */
  readonly yourAnswer: string;
  /** What ruled lines and blanks on paper are called. */
  readonly spaceToWrite: string;
  /** Said once on a web page with boxes to write in. */
  readonly nothingSent: string;
  /** On the first page of an adviser's edition. */
  readonly forAdvisers: string;
  readonly page: string;
  readonly chartData: string;
  readonly diagramText: string;
  readonly chartSource: string;
  readonly of: string;
  readonly callouts: Readonly<Record<CalloutName, string>>;
  /** Titles of boxes that other tools have, and Offprint shows as callouts. */
  readonly boxes: Readonly<Record<BoxName, string>>;
  readonly bookAccessibility: BookAccessibility;
  readonly facts: FactWords;
  readonly web: WebMessages;
  readonly release: ReleaseWords;
  readonly library: LibraryWords;
}

/** The sentences of an e-book's accessibility summary. */
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

/** The words of the web page around an article. */
interface WebMessages {
  /** What the list of the languages of a publication is called. */
  readonly languages: string;
  /** Before the list of the other editions. */
  readonly downloads: string;
  /** What the other ones of many are folded under. */
  readonly moreEditions: string;
  readonly colorScheme: string;
  readonly light: string;
  readonly dark: string;
  readonly system: string;
  readonly readingTime: PluralForms;
  /** The name of a heading's link to itself, `#` being the heading. */
  readonly linkTo: string;
  /** Shown from the day on by which a publication must be checked again. */
  readonly reviewPassed: string;
  /** Before the link to a PDF whose fields can be filled in. */
  readonly fillablePdf: string;
}

/** The words of the table of sources and dates: its title, its columns, and how well a fact is known. */
interface FactWords {
  readonly title: string;
  readonly source: string;
  readonly statements: string;
  readonly checked: string;
  readonly checkAgain: string;
  readonly confidence: Readonly<Record<Confidence, string>>;
}

/**
 * A number of things in the words of a language; `#` stands for the number. Which form goes with which number is known
 * by `Intl.PluralRules` (Unicode CLDR plural rules): Arabic has all six, Japanese has `other` alone.
 */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** What tells one state of a text from another, on paper and on the page that says which is current. */
interface ReleaseWords {
  /** Before the short name of the state that was printed. */
  readonly version: string;
  readonly isCurrent: string;
  /** Above the list of versions. */
  readonly find: string;
  readonly current: string;
  /** `#` is the version that came after. */
  readonly superseded: string;
  /** The title of the list of changes, and what its lines begin with. */
  readonly changed: string;
  readonly added: string;
  readonly altered: string;
  readonly removed: string;
  /** Beside what had to be checked again. */
  readonly expired: string;
}

/** The words of the page that lists the publications. */
interface LibraryWords {
  readonly title: string;
  /** The label of the field that looks for words in all publications. */
  readonly search: string;
  /** The link to the checks that a publication passed. */
  readonly report: string;
  /** `#` is how many were found. */
  readonly results: string;
  readonly searchFails: string;
  readonly pages: PluralForms;
  readonly editions: Readonly<Record<EditionName, string>>;
}

export const calloutNames = ["note", "tip", "important", "warning", "caution", "example"] as const;
export type CalloutName = (typeof calloutNames)[number];
