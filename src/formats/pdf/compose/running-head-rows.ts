import { directionOf } from "../../../config/metadata.ts";
import type { RunningRow } from "../../../model/page.ts";
import type { MetadataView } from "../../../template/view.ts";
import type { PageTitles } from "./page-titles.ts";
import type { Sheet } from "./papers.ts";
import { partsOf } from "./running-parts.ts";

/** A text in a running head, with its kind. */
export interface RunningText {
  readonly kind: "title" | "section" | "checked" | "number" | "page" | "table";
  readonly text: string;
  /** BCP 47; `null` for the publication's own language. */
  readonly language: string | null;
  readonly direction: string | null;
  /** The text, divided where it may be truncated; a template sets each part as one box. */
  readonly parts: readonly string[];
}

/** A running head: the texts at the start and the end of its line. */
export interface RunningLine extends RunningRow {
  readonly side: "odd" | "even";
  readonly start: RunningText | null;
  readonly end: RunningText | null;
}

/**
 * Returns the running heads of a document. Single-sided pages show the publication and the section; of facing pages,
 * the left one shows the larger unit and the right one the smaller, in the outer corner, with the page number below.
 * The first page has its title block instead. Running heads only repeat what the pages say, so assistive technology
 * loses nothing; the style sheet truncates what does not fit.
 */
export function runningRows(view: MetadataView, sheet: Sheet, pages: readonly PageTitles[]): RunningLine[] {
  return pages.flatMap((titles, index) => {
    const page = index + 1;
    const side = page % 2 === 0 ? "even" : "odd";
    const lines = [
      { page, side, kind: "head", ...headOf(page, pages.length, view, sheet, titles) },
      { page, side, kind: "foot", ...footOf(page, pages.length, view, sheet) },
    ] as const;
    return lines.filter(({ start, end }) => start ?? end);
  });
}

type Line = Pick<RunningLine, "start" | "end">;

function headOf(page: number, pages: number, view: MetadataView, sheet: Sheet, { chapter, section }: PageTitles): Line {
  const number = sheet.number === "head" ? numberOf(page, pages, view) : null;
  if (page === 1) return { start: null, end: number };
  const title = {
    ...plain("title", view.short_title, view.language),
    direction: ownDirection(view.short_title, view.direction),
  };
  const named = (entry: typeof section): RunningText | null =>
    !entry || entry.title === view.short_title
      ? null
      : {
          kind: "section",
          text: entry.title,
          parts: partsOf(entry.title, entry.language ?? view.language),
          language: entry.language ?? null,
          direction:
            entry.language === undefined ? ownDirection(entry.title, view.direction) : directionOf(entry.language),
        };
  if (number) return { start: named(chapter ?? section) ?? title, end: number };
  if (sheet.number === "outer foot") {
    const isEven = page % 2 === 0;
    const shown = (isEven ? named(chapter) : (named(section) ?? named(chapter))) ?? title;
    return isEven ? { start: shown, end: null } : { start: null, end: shown };
  }
  return { start: title, end: named(chapter ?? section) };
}

function footOf(page: number, pages: number, view: MetadataView, sheet: Sheet): Line {
  const checked = view.checked ? plain("checked", `${view.words.checked} ${view.checked.text}`) : null;
  if (sheet.number === "head") return { start: checked, end: null };
  const number = numberOf(page, pages, view);
  const isTurned = sheet.number === "outer foot" && page % 2 === 0;
  return isTurned ? { start: number, end: checked } : { start: checked, end: number };
}

function numberOf(page: number, pages: number, { words }: MetadataView): RunningText {
  return plain("number", `${words.page} ${page} ${words.of} ${pages}`);
}

export function plain(kind: RunningText["kind"], text: string, language = "en"): RunningText {
  return { kind, text, parts: partsOf(text, language), language: null, direction: null };
}

const leftToRight = /(?![\p{scx=Arab}\p{scx=Hebr}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}])\p{L}/u;
const rightToLeft = /[\p{scx=Arab}\p{scx=Hebr}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}]/u;

/**
 * Returns the direction of a text without letters of the publication's direction, so that it is truncated at its own
 * end.
 */
function ownDirection(text: string, around: string): "ltr" | "rtl" | null {
  const [hasLeft, hasRight] = [leftToRight.test(text), rightToLeft.test(text)];
  if (hasLeft === hasRight || hasLeft === (around === "ltr")) return null;
  return hasLeft ? "ltr" : "rtl";
}
