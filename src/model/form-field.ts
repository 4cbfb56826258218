/** Something on a printed page that a reader fills in, on paper or on the screen. */
export interface FormField {
  /** Unique in the document and made from its label, so that it stays when others come and go. */
  readonly name: string;
  /** What assistive technology says of it. */
  readonly label: string;
  /** A blank in a line, lines to write on, or a box to tick. */
  readonly kind: "blank" | "lines" | "box";
  /** Ruled lines, of a field of that kind. */
  readonly lines?: number;
  /** Whether the author has ticked the box. */
  readonly ticked?: boolean;
}

/** The face of what readers type into fields, whole and with what a PDF must say of it. */
export interface FieldFont {
  readonly name: string;
  /** TrueType. */
  readonly program: Uint8Array;
  /** Of the characters that it has a glyph for, in thousandths of an em. */
  readonly widths: ReadonlyMap<string, number>;
  /** In thousandths of an em, as is the box. */
  readonly capHeight: number;
  /** Left, bottom, right and top of the box that holds every glyph. */
  readonly box: readonly number[];
}

/** What a PDF's own one-byte encoding can say (ISO 32000-1, annex D.2: WinAnsiEncoding is Windows-1252). */
export const fieldCharacters: readonly (string | undefined)[] = Array.from(
  new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 256 }, (_, code) => code)),
  (character) => (/\p{Cc}|\u00AD/u.test(character) ? undefined : character),
);

/** A field is printed as a link to an address that never exists (RFC 2606), so that its place on the page is known. */
const start = "https://offprint.invalid/field/";

/** `index` is that of the field in its document's list. */
export function fieldAddress(index: number): string {
  return `${start}${index}`;
}

export function fieldAt(address: string): number | undefined {
  return address.startsWith(start) ? Number(address.slice(start.length)) : undefined;
}
