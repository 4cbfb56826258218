/** A field on a printed page that readers fill in, on paper or on screen. */
export interface FormField {
  /**
   * Unique in the document. Derived from the label, so that it does not change when other fields are added or removed.
   */
  readonly name: string;
  /** Accessible name. */
  readonly label: string;
  /** A blank in a line, ruled lines, or a check box. */
  readonly kind: "blank" | "lines" | "box";
  /** Number of ruled lines, for a field of that kind. */
  readonly lines?: number;
  /** Whether the box is ticked in the source. */
  readonly ticked?: boolean;
}

/** The complete font of form fields, with the metrics that a PDF font descriptor needs. */
export interface FieldFont {
  readonly name: string;
  /** TrueType. */
  readonly program: Uint8Array;
  /** Advance width of each supported character, in thousandths of an em. */
  readonly widths: ReadonlyMap<string, number>;
  /** In thousandths of an em, as is `box`. */
  readonly capHeight: number;
  /** Bounding box of all glyphs: left, bottom, right, top. */
  readonly box: readonly number[];
}

/** Characters of PDF's one-byte WinAnsiEncoding (ISO 32000-1, annex D.2), which is Windows-1252. */
export const fieldCharacters: readonly (string | undefined)[] = Array.from(
  new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 256 }, (_, code) => code)),
  (character) => (/\p{Cc}|\u00AD/u.test(character) ? undefined : character),
);

/** A field is printed as a link to a reserved address (RFC 2606), so that its position on the page can be read. */
const start = "https://offprint.invalid/field/";

/** Returns the address of a field. `index` is its index in the document's list of fields. */
export function fieldAddress(index: number): string {
  return `${start}${index}`;
}

export function fieldAt(address: string): number | undefined {
  return address.startsWith(start) ? Number(address.slice(start.length)) : undefined;
}
