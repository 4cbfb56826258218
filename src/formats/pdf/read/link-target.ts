import { decodeAddress } from "../../../model/address.ts";
import { PDFDict, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import { footnoteOfReference, isFootnote } from "../../../model/footnote.ts";

// The browser names a destination after its link's address: ASCII, with all other characters as "%C3%A9".

/** Returns the name of an id's destination. */
export function destinationName(id: string): PDFName {
  return PDFName.of(encodeURIComponent(id));
}

export function idOfDestination(name: PDFName): string {
  return decodeAddress(name.decodeText());
}

/** Returns the target of a link annotation as in `href`: `#id` or an address. */
export function targetOf(annotation: PDFDict | undefined): string | undefined {
  const destination = annotation?.lookup(PDFName.of("Dest"));
  if (destination instanceof PDFName) return `#${idOfDestination(destination)}`;
  const action = annotation?.lookup(PDFName.of("A"));
  const address = action instanceof PDFDict ? action.lookup(PDFName.of("URI")) : undefined;
  return address instanceof PDFString || address instanceof PDFHexString ? address.decodeText() : undefined;
}

export function isFootnoteReference(target: string): boolean {
  return target.startsWith("#") && isFootnote(target.slice(1));
}

/** Returns the id of the footnote whose back link has this target. */
export function footnoteOfBackLink(target: string): string | undefined {
  return target.startsWith("#") ? footnoteOfReference(target.slice(1)) : undefined;
}
