import type { EditionName } from "./edition.ts";
import type { FootnotePlacement } from "./footnote-plan.ts";

/** A person or organisation that contributed to a publication. */
export interface Contributor {
  /** As it is printed. */
  readonly name: string;
  /** Given names. */
  readonly given?: string;
  /** Family name. */
  readonly family?: string;
  /** The bare iD, `0000-0000-0000-0000`. */
  readonly orcid?: string;
  /** Organisation of the person. */
  readonly affiliation?: string;
  /** The contribution in the author's words; printed beside the name. */
  readonly role?: string;
}

/** Review status of an advising text. Days are `YYYY-MM-DD`. */
export interface Review {
  /** Day of the review. */
  readonly checked: string;
  /** Reviewer. */
  readonly by?: string;
  /** Day by which the next review is due. */
  readonly next?: string;
}

/** Who certifies the accessibility of a publication (EPUB Accessibility 1.1, §4.3). */
export interface Certifier {
  /** Name of the certifier. */
  readonly name: string;
  /** A credential or badge, as text or address. */
  readonly credential?: string;
  /** Address of the report. */
  readonly report?: string;
}

/** A registered identifier. */
export interface Identifier {
  /** Identifier scheme. */
  readonly scheme: "doi" | "isbn" | "urn";
  /** Without a scheme prefix for DOI and ISBN; the whole name for a URN. */
  readonly value: string;
}

/** Left to right, or right to left. */
export type Direction = "ltr" | "rtl";

/** A state of the sources of a publication, named in every file built from it. */
export interface Release {
  /** Eight hexadecimal digits. */
  readonly id: string;
  /** Address of the page that says whether a copy is current. */
  readonly check?: string;
}

/** A publication in one of its languages. */
export interface LanguageLink {
  /** Slug of the publication: the name of its output folder. */
  readonly slug: string;
  /** BCP 47. */
  readonly language: string;
  /** Identifier of the e-book. */
  readonly identifier: string;
  /** Whether the other languages are translated from it. */
  readonly isOriginal: boolean;
  /** Whether it is the publication that this list belongs to. */
  readonly isThis: boolean;
  /** Path of its web page in the output folder, where it has one, `/`-separated. */
  readonly path?: string;
  /** Address of the web page. */
  readonly url?: string;
}

/** Kinds of lists of illustrations. */
export const illustrationKinds = ["figures", "tables"] as const;

/** A kind of list of illustrations. */
export type IllustrationKind = (typeof illustrationKinds)[number];

/** Metadata of a publication. Days are `YYYY-MM-DD`. */
export interface Metadata {
  /** Plain text. */
  readonly title: string;
  /** Plain text. */
  readonly subtitle?: string;
  /** For running heads; defaults to the title. */
  readonly shortTitle: string;
  /** In the order given. */
  readonly authors: readonly Contributor[];
  /** In the order given. */
  readonly editors: readonly Contributor[];
  /** The day of publication. */
  readonly date?: string;
  /** The day of the last change. */
  readonly updated?: string;
  /** BCP 47. */
  readonly language: string;
  /** Text direction. */
  readonly direction: Direction;
  /** One or two sentences. */
  readonly description?: string;
  /** Subjects. */
  readonly keywords: readonly string[];
  /** Publisher. */
  readonly publisher?: string;
  /** Series and number in it. */
  readonly series?: { readonly name: string; readonly number?: number };
  /** An SPDX identifier or a URL. */
  readonly licence?: string;
  /** Copyright statement. */
  readonly rights?: string;
  /** Registered identifier. */
  readonly identifier?: Identifier;
  /** Address of the publication on the web. */
  readonly url?: string;
  /** Path of the cover image, relative to the article, and its alternative text. */
  readonly cover?: { readonly image: string; readonly alt: string };
  /** Template name and options. */
  readonly template: { readonly name: string; readonly options: Readonly<Record<string, unknown>> };
  /** Editions that are built by default. */
  readonly editions: readonly EditionName[];
  /** Lists printed after the table of contents. */
  readonly lists?: readonly IllustrationKind[];
  /** Maximum number of pages of the handouts, or of each paged edition. */
  readonly mostPages?: number | Readonly<Partial<Record<EditionName, number>>>;
  /** Placement of notes in paged editions. */
  readonly notes: FootnotePlacement;
  /** Review status. */
  readonly review?: Review;
  /** Who certifies its accessibility. */
  readonly certifier?: Certifier;
  /** Computed, not written by the author. */
  readonly release?: Release;
  /** Computed: all languages including its own, the original first. Absent where there is one language. */
  readonly languages?: readonly LanguageLink[];
}
