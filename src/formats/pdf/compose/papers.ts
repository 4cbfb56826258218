import { type Design, type Edition, type EditionName, editions } from "../../../model/edition.ts";
import type { TemplateChoices } from "../../../template/options.ts";

type Paper = NonNullable<Edition["paper"]>;

/** A page of an edition, in CSS terms. */
export interface Sheet {
  readonly size: string;
  readonly top: string;
  readonly bottom: string;
  /** The margin on the side of the fold or the staple. */
  readonly inner: string;
  readonly outer: string;
  /** What is left of the outer margin where notes stand in it; only where that is wide enough for them. */
  readonly edge?: string;
  /** The room for notes beside the text, within the page's area of text. */
  readonly beside?: string;
  /**
   * Where the number of a page is: in the corner at the end of its foot; in the outer corner of its foot, as in a book; in
   * the corner at the end of its head, as the American Council of the Blind asks of pages that are not bound.
   */
  readonly number: "foot" | "outer foot" | "head";
}

/** A measure of about 70 characters and, on the outer side, room for notes. */
const handout: Record<Paper, Sheet> = {
  letter: {
    size: "8.5in 11in",
    top: "0.95in",
    outer: "1.75in",
    edge: "0.4in",
    bottom: "1in",
    inner: "1.5in",
    number: "foot",
  },
  A4: {
    size: "210mm 297mm",
    top: "25mm",
    outer: "41mm",
    edge: "10mm",
    bottom: "27mm",
    inner: "36mm",
    number: "foot",
  },
};

/** Two columns of about 50 characters each; there is no room for notes beside them. */
const twoColumns: Record<Paper, Sheet> = {
  letter: {
    size: "8.5in 11in",
    top: "0.68in",
    outer: "0.64in",
    bottom: "0.7in",
    inner: "0.64in",
    number: "foot",
  },
  A4: { size: "210mm 297mm", top: "18mm", outer: "16mm", bottom: "18mm", inner: "16mm", number: "foot" },
};

/** Pages of editions with a design of their own. */
const designed: Record<Design, Record<Paper, Sheet>> = {
  /** Margins of an inch, and lines of no more than some 45 characters, which is what low vision follows well. */
  "large-print": {
    letter: { size: "8.5in 11in", top: "1in", outer: "1in", bottom: "1in", inner: "1in", number: "head" },
    A4: {
      size: "210mm 297mm",
      top: "25mm",
      outer: "25mm",
      bottom: "25mm",
      inner: "25mm",
      number: "head",
    },
  },
  /** Half of the paper that it is printed on: two pages beside each other fill a sheet. */
  booklet: {
    letter: {
      size: "5.5in 8.5in",
      top: "0.65in",
      outer: "0.6in",
      bottom: "0.7in",
      inner: "0.7in",
      number: "outer foot",
    },
    A4: {
      size: "148.5mm 210mm",
      top: "17mm",
      outer: "16mm",
      bottom: "18mm",
      inner: "19mm",
      number: "outer foot",
    },
  },
  /** A wider measure: fewer pages. */
  "ink-saver": {
    letter: {
      size: "8.5in 11in",
      top: "0.85in",
      outer: "1.3in",
      bottom: "0.85in",
      inner: "1.3in",
      number: "foot",
    },
    A4: {
      size: "210mm 297mm",
      top: "22mm",
      outer: "31mm",
      bottom: "22mm",
      inner: "31mm",
      number: "foot",
    },
  },
};

/** The page that an edition is printed on; the paper is what the article asks for, or that of the edition. */
export function sheetFor(edition: EditionName, options: TemplateChoices): Sheet {
  const { paper = "letter", design }: Edition = editions[edition];
  const chosen = options["paper"];
  const plain = options["columns"] === "2" ? twoColumns : handout;
  const hasColumns = design === "ink-saver" && plain === twoColumns;
  const sheets = design === undefined || hasColumns ? plain : designed[design];
  const sheet = sheets[chosen === "letter" || chosen === "A4" ? chosen : paper];
  return options["sides"] === "two" && sheet.number === "foot" ? { ...sheet, number: "outer foot" } : sheet;
}
