import type { EditionName } from "./edition.ts";
import type { FootnotePlacement } from "./footnote-plan.ts";

/** A person or body with a part in a publication. */
export interface Contributor {
  /** As it is printed. */
  readonly name: string;
  /** Given names. */
  readonly given?: string;
  /** Family name. */
  readonly family?: string;
  /** The bare identifier, `0000-0000-0000-0000`. */
  readonly orcid?: string;
  /** Where the person works. */
  readonly affiliation?: string;
  /** What the person did, in the author's words; printed beside the name. */
  readonly role?: string;
}

/** The state of review of an advising text: days as `YYYY-MM-DD`. */
export interface Review {
  /** The day it was checked. */
  readonly checked: string;
  /** Who checked it. */
  readonly by?: string;
  /** The day by which it is to be checked again. */
  readonly next?: string;
}

/** Who vouches for the accessibility of a publication (EPUB Accessibility 1.1, §4.3). */
export interface Certifier {
  /** Who certifies. */
  readonly name: string;
  /** A credential or badge, as text or as an address. */
  readonly credential?: string;
  /** The address of a report. */
  readonly report?: string;
}

/** A name that is registered somewhere. */
export interface Identifier {
  /** The kind of name. */
  readonly scheme: "doi" | "isbn" | "urn";
  /** Without a scheme prefix for DOI and ISBN; the whole name for a URN. */
  readonly value: string;
}

/** Left to right, or right to left. */
export type Direction = "ltr" | "rtl";

/** One state of the sources of a publication, which every copy that is made of them names. */
export interface Release {
  /** Eight hexadecimal digits. */
  readonly id: string;
  /** The address of the page that says whether a copy is current. */
  readonly check?: string;
}

/** A publication in one of the languages in which it is made. */
export interface LanguageLink {
  /** Its name: that of its folder in the output. */
  readonly slug: string;
  /** BCP 47. */
  readonly language: string;
  /** Of the e-book. */
  readonly identifier: string;
  /** Whether the others are translated from it. */
  readonly isOriginal: boolean;
  /** Whether it is the publication that names it. */
  readonly isThis: boolean;
  /** Of its web page in the output folder, where it has one, `/`-separated. */
  readonly path?: string;
  /** Where that is on the web. */
  readonly url?: string;
}

/** What there can be a list of. */
export const illustrationKinds = ["figures", "tables"] as const;

/** What a list of illustrations is made of. */
export type IllustrationKind = (typeof illustrationKinds)[number];

/** What a publication says of itself. Days are `YYYY-MM-DD`. */
export interface Metadata {
  /** Plain text. */
  readonly title: string;
  /** Plain text. */
  readonly subtitle?: string;
  /** For running heads; the title where the author gives none. */
  readonly shortTitle: string;
  /** In the order in which they are named. */
  readonly authors: readonly Contributor[];
  /** In the order in which they are named. */
  readonly editors: readonly Contributor[];
  /** The day of publication. */
  readonly date?: string;
  /** The day of the last change. */
  readonly updated?: string;
  /** BCP 47. */
  readonly language: string;
  /** The direction of its text. */
  readonly direction: Direction;
  /** One or two sentences. */
  readonly description?: string;
  /** Subjects. */
  readonly keywords: readonly string[];
  /** Who publishes it. */
  readonly publisher?: string;
  /** The series that it belongs to. */
  readonly series?: { readonly name: string; readonly number?: number };
  /** An SPDX identifier or a URL. */
  readonly licence?: string;
  /** A line on copyright. */
  readonly rights?: string;
  /** Its name in the world. */
  readonly identifier?: Identifier;
  /** Where it is on the web. */
  readonly url?: string;
  /** An image beside the article, and what it shows. */
  readonly cover?: { readonly image: string; readonly alt: string };
  /** The name of the template and its options. */
  readonly template: { readonly name: string; readonly options: Readonly<Record<string, unknown>> };
  /** Those that are made where nobody asks for others. */
  readonly editions: readonly EditionName[];
  /** The lists that stand below the contents list. */
  readonly lists?: readonly IllustrationKind[];
  /** How many pages the handouts may have, or each edition on paper. */
  readonly mostPages?: number | Readonly<Partial<Record<EditionName, number>>>;
  /** On paper. */
  readonly notes: FootnotePlacement;
  /** When it was checked. */
  readonly review?: Review;
  /** Who vouches for its accessibility. */
  readonly certifier?: Certifier;
  /** Found out, not written by anybody. */
  readonly release?: Release;
  /** Found out: the original first, itself among them; only where it is made in several languages. */
  readonly languages?: readonly LanguageLink[];
}
