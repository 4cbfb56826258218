import type { Element, ElementContent, Root, RootContent } from "hast";
import type { Image } from "./image.ts";
import type { Metadata } from "./metadata.ts";
import type { JoinedText } from "./source.ts";

/** An entry of a table of contents with its children. */
export interface ContentsEntry {
  /** Id of the section of the heading. */
  readonly id: string;
  /** Plain text. */
  readonly title: string;
  /** 2 to 6, as in `h2`: level 1 is the chapter title. */
  readonly depth: number;
  /** BCP 47; only where it differs from the surrounding language. */
  readonly language?: string;
  /** Entries one level down. */
  readonly children: readonly ContentsEntry[];
}

/** One Markdown file, transformed: the same tree for every edition. */
export interface Chapter {
  /** Unique in the publication; the file name of the chapter in the EPUB. */
  readonly slug: string;
  /** BCP 47; defaults to the language of the publication. */
  readonly language: string;
  /** The text that node positions refer to; none for a generated chapter, such as a glossary. */
  readonly source?: JoinedText;
  /** Plain text. */
  readonly title: string;
  /** Title with inline markup. */
  readonly titleContent: readonly ElementContent[];
  /** The part that begins with this chapter; `null` where the previous part ends and none begins. */
  readonly part?: string | null;
  /**
   * The body: sections from `h2` down, no `h1`. The `src` of an `img` is an image name of the publication; links inside
   * the publication are `#id`, and ids are unique in it.
   */
  readonly body: Root;
  /** The notes section (`<section role="doc-endnotes">`), if the chapter has notes. */
  readonly notes?: ElementContent;
  /** Headings, for tables of contents. */
  readonly contents: readonly ContentsEntry[];
}

/** A section at the end of a publication, such as the list of references. */
export interface BackMatter {
  /** Id of its heading, unique in the publication. */
  readonly id: string;
  /** Plain text. */
  readonly title: string;
  /** A `section` that starts with an `h2`. */
  readonly section: Element;
}

/** The resolved content of a publication, ready for a template. */
export interface Publication {
  /** Name of its folder or file. */
  readonly slug: string;
  /** Metadata of the publication. */
  readonly metadata: Metadata;
  /** At least one. An article is a publication of one chapter whose title is that of the publication. */
  readonly chapters: readonly Chapter[];
  /** Sections after the last chapter. */
  readonly backMatter: readonly BackMatter[];
  /** By name, as `img` elements refer to them. */
  readonly images: ReadonlyMap<string, Image>;
  /** The author's cover image. */
  readonly cover?: Image;
  /** The publication's own style rules, applied after the template's. */
  readonly styles?: Readonly<Partial<Record<"web" | "print" | "book", string>>>;
  /** When the text was last changed, for dates inside artifacts. Never the build time or a file's modification time. */
  readonly modified: Date;
  /** Source of the date. For "none", `modified` is a constant. */
  readonly dated: "environment" | "text" | "commit" | "none";
  /** Files it was made from, relative to its folder, `/`-separated, sorted. */
  readonly madeFrom: readonly string[];
}

export type Dated = Pick<Publication, "modified" | "dated">;

/** Returns the date, or `undefined` where none is known, for formats that can omit it. */
export function timeOf({ modified, dated }: Dated): Date | undefined {
  return dated === "none" ? undefined : modified;
}

/** Returns the body of a chapter and its notes. */
export function contentOfChapter({ body, notes }: Chapter): RootContent[] {
  return [...body.children, ...(notes ? [notes] : [])];
}
