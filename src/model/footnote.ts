// What a footnote is known by in finished documents: the ids that it and the references to it have.

/** A footnote as a document shows it. */
export interface Footnote {
  /** Counted from 1 in its chapter. */
  readonly number: number;
  /** What stands for it in the text, and before it. */
  readonly mark: string;
}

/** A way back from a footnote. */
export interface FootnoteBackLink {
  /** The id of the footnote. */
  readonly footnote: string;
  /** 1 for the first reference to the footnote, 2 for the second. */
  readonly use: number;
}

declare module "hast" {
  interface ElementData {
    /** Of the list item that is a footnote. */
    footnote?: Footnote;
    footnoteBackLink?: FootnoteBackLink;
  }
}

/** `prefix` is that of the ids of the chapter. */
export function footnoteId(prefix: string, number: number): string {
  return `${prefix}note-${number}`;
}

/** The id of a reference to a footnote. */
export function footnoteReferenceId(prefix: string, number: number, use: number): string {
  return `${prefix}noteref-${number}${use === 1 ? "" : `-${use}`}`;
}

/** Whether an id is that of a footnote; those of chapters have a prefix that ends in a dot. */
export function isFootnote(id: string): boolean {
  return /^(?:.*\.)?note-\d+$/.test(id);
}

/** The id of the footnote that a reference with this id refers to; nothing for another id. */
export function footnoteOfReference(id: string): string | undefined {
  const [, prefix = "", number] = /^(.*\.)?noteref-(\d+)(?:-\d+)?$/.exec(id) ?? [];
  return number === undefined ? undefined : footnoteId(prefix, Number(number));
}
