import type { EditionName } from "./edition.ts";
import type { FootnotePlacement } from "./footnote-plan.ts";

/** A person or body with a part in a publication. */
export interface Contributor {
  /** As it is printed. */
  readonly name: string;
  readonly given?: string;
  readonly family?: string;
  /** The bare identifier, `0000-0000-0000-0000`. */
  readonly orcid?: string;
  readonly affiliation?: string;
  /** What the person did, in the author's words; printed beside the name. */
  readonly role?: string;
}

/** The state of review of an advising text: days as `YYYY-MM-DD`. */
export interface Review {
  readonly checked: string;
  readonly by?: string;
  readonly next?: string;
}

/** Who vouches for the accessibility of a publication (EPUB Accessibility 1.1, §4.3). */
export interface Certifier {
  readonly name: string;
  /** A credential or badge, as text or as an address. */
  readonly credential?: string;
  /** The address of a report. */
  readonly report?: string;
}

export interface Identifier {
  readonly scheme: "doi" | "isbn" | "urn";
  /** Without a scheme prefix for DOI and ISBN; the whole name for a URN. */
  readonly value: string;
}

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
  readonly slug: string;
  /** BCP 47. */
  readonly language: string;
  /** Of the e-book. */
  readonly identifier: string;
  readonly isOriginal: boolean;
  readonly isThis: boolean;
  /** Of its web page in the output folder, where it has one, `/`-separated. */
  readonly path?: string;
  /** Where that is on the web. */
  readonly url?: string;
}

/** What a publication says of itself. Days are `YYYY-MM-DD`. */
export interface Metadata {
  readonly title: string;
  readonly subtitle?: string;
  /** For running heads; the title where the author gives none. */
  readonly shortTitle: string;
  readonly authors: readonly Contributor[];
  readonly editors: readonly Contributor[];
  readonly date?: string;
  readonly updated?: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: Direction;
  readonly description?: string;
  readonly keywords: readonly string[];
  readonly publisher?: string;
  readonly series?: { readonly name: string; readonly number?: number };
  /** An SPDX identifier or a URL. */
  readonly licence?: string;
  readonly rights?: string;
  readonly identifier?: Identifier;
  /** Where it is on the web. */
  readonly url?: string;
  /** An image beside the article, and what it shows. */
  readonly cover?: { readonly image: string; readonly alt: string };
  readonly template: { readonly name: string; readonly options: Readonly<Record<string, unknown>> };
  readonly editions: readonly EditionName[];
  /** How many pages the handouts may have, or each edition on paper. */
  readonly mostPages?: number | Readonly<Partial<Record<EditionName, number>>>;
  /** On paper. */
  readonly notes: FootnotePlacement;
  readonly review?: Review;
  readonly certifier?: Certifier;
  /** Found out, not written by anybody. */
  readonly release?: Release;
  /** Found out: the original first, itself among them; only where it is made in several languages. */
  readonly languages?: readonly LanguageLink[];
}
