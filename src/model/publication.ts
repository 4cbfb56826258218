import type { Element, ElementContent, Root, RootContent } from "hast";
import type { Image } from "./image.ts";
import type { Metadata } from "./metadata.ts";
import type { JoinedText } from "./source.ts";

/** One line of a contents list and what stands below it. */
export interface ContentsEntry {
  /** The id of the heading's section. */
  readonly id: string;
  /** Plain text. */
  readonly title: string;
  /** 2 to 6, as in `h2`: level 1 is the title of the chapter. */
  readonly depth: number;
  /** BCP 47; only where it is another than that of what stands around the entry. */
  readonly language?: string;
  /** Entries one level below. */
  readonly children: readonly ContentsEntry[];
}

/** One Markdown file, transformed: the same tree for every edition. */
export interface Chapter {
  /** Unique in the publication; the file name of the chapter in the EPUB. */
  readonly slug: string;
  /** BCP 47; that of the publication unless the chapter says another. */
  readonly language: string;
  /** What its nodes have their positions in; none where nobody wrote it, as with a glossary. */
  readonly source?: JoinedText;
  /** Plain text. */
  readonly title: string;
  /** The title with its inline markup. */
  readonly titleContent: readonly ElementContent[];
  /** The part that begins with this chapter; `null` where the part before it has ended and none begins. */
  readonly part?: string | null;
  /**
   * The body: sections from `h2` down; no `h1`. An `img` has as `src` the name of an image of the publication;
   * links inside the publication are `#id`, ids being unique in the publication.
   */
  readonly body: Root;
  /** The note section (`<section role="doc-endnotes">`), if the chapter has notes. */
  readonly notes?: ElementContent;
  /** Its headings, for contents lists. */
  readonly contents: readonly ContentsEntry[];
}

/** A section at the end of a publication, after the notes of its last chapter: the list of references. */
export interface BackMatter {
  /** Of its heading, unique in the publication. */
  readonly id: string;
  /** Plain text. */
  readonly title: string;
  /** A `section` that begins with an `h2`. */
  readonly section: Element;
}

/** What is published together, ready for a template. */
export interface Publication {
  /** Its name: that of its folder or file. */
  readonly slug: string;
  /** What it says of itself. */
  readonly metadata: Metadata;
  /** At least one. An article is a publication of one chapter whose title is the publication's. */
  readonly chapters: readonly Chapter[];
  /** Sections behind the last chapter. */
  readonly backMatter: readonly BackMatter[];
  /** By name, as `img` elements refer to them. */
  readonly images: ReadonlyMap<string, Image>;
  /** The author's own cover image. */
  readonly cover?: Image;
  /** Rules of its own, behind those of the template. */
  readonly styles?: Readonly<Partial<Record<"web" | "print" | "book", string>>>;
  /** The instant the text was last changed, for dates inside artifacts. Never the time of the build, nor that of a file. */
  readonly modified: Date;
  /** Who says when. Where nobody does, `modified` is the same for all. */
  readonly dated: "environment" | "text" | "commit" | "none";
  /** The files it was made from, relative to its folder, `/`-separated, sorted. */
  readonly madeFrom: readonly string[];
}

export type Dated = Pick<Publication, "modified" | "dated">;

/** The instant, for formats that can do without one. */
export function timeOf({ modified, dated }: Dated): Date | undefined {
  return dated === "none" ? undefined : modified;
}

/** The body of a chapter and its notes. */
export function contentOfChapter({ body, notes }: Chapter): RootContent[] {
  return [...body.children, ...(notes ? [notes] : [])];
}
