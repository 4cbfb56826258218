import { decodeAddress } from "../../../model/address.ts";
import { PDFDict, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import { footnoteOfReference, isFootnote } from "../../../model/footnote.ts";

// The browser names a destination as the address of its link does: in ASCII, all other characters as "%C3%A9".

/** The name of the destination of an id. */
export function destinationName(id: string): PDFName {
  return PDFName.of(encodeURIComponent(id));
}

export function idOfDestination(name: PDFName): string {
  return decodeAddress(name.decodeText());
}

/** Where a link annotation leads, as `href` says it: `#id` or an address. */
export function targetOf(annotation: PDFDict | undefined): string | undefined {
  const destination = annotation?.lookup(PDFName.of("Dest"));
  if (destination instanceof PDFName) return `#${idOfDestination(destination)}`;
  const action = annotation?.lookup(PDFName.of("A"));
  const address = action instanceof PDFDict ? action.lookup(PDFName.of("URI")) : undefined;
  return address instanceof PDFString || address instanceof PDFHexString ? address.decodeText() : undefined;
}

export function isNoteReference(target: string): boolean {
  return target.startsWith("#") && isFootnote(target.slice(1));
}

/** The id of the note whose way back leads to this target. */
export function noteOfBackLink(target: string): string | undefined {
  return target.startsWith("#") ? footnoteOfReference(target.slice(1)) : undefined;
}
