import { PDFDict, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";

// The browser names a destination as the address of its link does: in ASCII, all other characters as "%C3%A9".

/** The name of the destination of an id. */
export function destinationName(id: string): PDFName {
  return PDFName.of(encodeURIComponent(id));
}

export function idOfDestination(name: PDFName): string {
  return decodeURIComponent(name.decodeText());
}

/** Where a link annotation leads, as `href` says it: `#id` or an address. */
export function targetOf(annotation: PDFDict | undefined): string | undefined {
  const destination = annotation?.lookup(PDFName.of("Dest"));
  if (destination instanceof PDFName) return `#${idOfDestination(destination)}`;
  const action = annotation?.lookup(PDFName.of("A"));
  const address = action instanceof PDFDict ? action.lookup(PDFName.of("URI")) : undefined;
  return address instanceof PDFString || address instanceof PDFHexString ? address.decodeText() : undefined;
}

// The ids that the transforms give to notes and to the references to them.

export function isNoteReference(target: string): boolean {
  return /^#(?:.*\.)?note-\d+$/.test(target);
}

/** The id of the note whose way back leads to this target. */
export function noteOfBackLink(target: string): string | undefined {
  const [, prefix = "", number] = /^#(.*\.)?noteref-(\d+)(?:-\d+)?$/.exec(target) ?? [];
  return number === undefined ? undefined : `${prefix}note-${number}`;
}
