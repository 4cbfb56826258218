import { type Edition, type EditionName, editions } from "../../model/edition.ts";
import type { TemplateChoices } from "../options.ts";

type Paper = NonNullable<Edition["paper"]>;

/** A page of an edition, in CSS terms. */
export interface Sheet {
  readonly size: string;
  readonly top: string;
  readonly bottom: string;
  /** The margin on the side of the fold or the staple. */
  readonly inner: string;
  readonly outer: string;
  /** Characters that a running head has room for. */
  readonly headRoom: number;
  /**
   * Where the number of a page is: in the corner at the end of its foot; in the outer corner of its foot, as in a book; in
   * the corner at the end of its head.
   */
  readonly number: "foot" | "outer foot" | "head";
}

/** A measure of about 70 characters and, on the outer side, room for notes. */
const handout: Record<Paper, Sheet> = {
  letter: {
    size: "8.5in 11in",
    top: "0.95in",
    outer: "1.75in",
    bottom: "1in",
    inner: "1.5in",
    headRoom: 80,
    number: "foot",
  },
  A4: { size: "210mm 297mm", top: "25mm", outer: "41mm", bottom: "27mm", inner: "36mm", headRoom: 80, number: "foot" },
};

/** The page that an edition is printed on; the paper is what the article asks for, or that of the edition. */
export function sheetFor(edition: EditionName, options: TemplateChoices): Sheet {
  const { paper = "letter" }: Edition = editions[edition];
  const chosen = options["paper"];
  const sheet = handout[chosen === "letter" || chosen === "A4" ? chosen : paper];
  return options["sides"] === "two" ? { ...sheet, number: "outer foot" } : sheet;
}
