/** What the identifiers of inline notes, `^[note]`, begin with. */
export const inlineNotePrefix = "offprint-inline-";

/** A footnote as a document shows it. */
export interface Footnote {
  /** Counted from 1 in its chapter. */
  readonly number: number;
  /** The footnote mark in the text and at the note. */
  readonly mark: string;
}

/** A link from a footnote back to its reference. */
export interface FootnoteBackLink {
  /** The id of the footnote. */
  readonly footnote: string;
  /** 1 for the first reference to the footnote, 2 for the second. */
  readonly use: number;
}

declare module "hast" {
  interface ElementData {
    /** Set on the list item that is a footnote. */
    footnote?: Footnote;
    footnoteBackLink?: FootnoteBackLink;
  }
}

/** Returns the id of a footnote: no id made from a heading has a number after a dot. `prefix` is the chapter's id prefix. */
export function footnoteId(prefix: string, number: number): string {
  return `${prefix}note.${number}`;
}

/** Returns the id of a reference to a footnote. */
export function footnoteReferenceId(prefix: string, number: number, use: number): string {
  return `${prefix}noteref.${number}${use === 1 ? "" : `-${use}`}`;
}

/** Reports whether an id is that of a footnote. Chapter prefixes end in a dot. */
export function isFootnote(id: string): boolean {
  return /^(?:.*\.)?note\.\d+$/.test(id);
}

/** Returns the id of the footnote that a reference refers to, or `undefined` if the id is not that of a reference. */
export function footnoteOfReference(id: string): string | undefined {
  const [, prefix = "", number] = /^(.*\.)?noteref\.(\d+)(?:-\d+)?$/.exec(id) ?? [];
  return number === undefined ? undefined : footnoteId(prefix, Number(number));
}
