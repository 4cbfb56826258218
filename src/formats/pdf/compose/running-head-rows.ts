import stringWidth from "string-width";
import { directionOf } from "../../../config/metadata.ts";
import type { RunningRow } from "../../../model/page.ts";
import type { MetadataView } from "../../../template/view.ts";
import type { PageTitles } from "./page-titles.ts";
import type { Sheet } from "./papers.ts";

/** Words in a running head or foot, and what they are. */
export interface RunningText {
  readonly kind: "title" | "section" | "checked" | "number";
  readonly text: string;
  /** BCP 47; `null` where it is that of the publication. */
  readonly language: string | null;
  readonly direction: string | null;
}

/** A running head or foot: what stands at the start of its line and what at the end. */
export interface RunningLine extends RunningRow {
  readonly side: "odd" | "even";
  readonly start: RunningText | null;
  readonly end: RunningText | null;
}

/**
 * The heads and feet of a document. A loose sheet names the publication and the section; of pages like a book's the left
 * one names the larger and the right one the smaller, in the outer corner, with the number below. The first page has its
 * title block and no head. What stands there repeats what the pages say, so nobody who cannot see it misses it.
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
  const title = plain("title", view.short_title);
  const named = (entry: typeof section): RunningText | null =>
    !entry || entry.title === view.short_title
      ? null
      : {
          kind: "section",
          text: entry.title,
          language: entry.language ?? null,
          direction: entry.language === undefined ? null : directionOf(entry.language),
        };
  if (number) return { start: shorten(named(chapter ?? section) ?? title, sheet.headRoom), end: number };
  if (sheet.number === "outer foot") {
    const isEven = page % 2 === 0;
    const text = isEven ? named(chapter) : (named(section) ?? named(chapter));
    const shown = shorten(text ?? title, sheet.headRoom);
    return isEven ? { start: shown, end: null } : { start: null, end: shown };
  }
  return fitted(title, named(chapter ?? section), sheet.headRoom);
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

function plain(kind: RunningText["kind"], text: string): RunningText {
  return { kind, text, language: null, direction: null };
}

/** Both texts as whole as the line has room for; each gets half of it at least. */
function fitted(start: RunningText, end: RunningText | null, room: number): Line {
  if (!end) return { start: shorten(start, room), end };
  const left = room - gap;
  const half = Math.floor(left / 2);
  const roomFor = (other: RunningText): number => Math.max(half, left - stringWidth(other.text));
  return { start: shorten(start, roomFor(end)), end: shorten(end, roomFor(start)) };
}

/** Characters that two texts in a line are kept apart by. */
const gap = 4;

/** What is too long ends at a word, with an ellipsis; where its first word has no room, at a character. */
function shorten(given: RunningText, room: number): RunningText {
  if (stringWidth(given.text) <= room) return given;
  const text = beginningOf(given, room, "word") || beginningOf(given, room, "grapheme");
  return { ...given, text: `${text.replace(/[\s,;:.、，。：；–—-]+$/u, "")}…` };
}

function beginningOf({ text, language }: RunningText, room: number, granularity: "word" | "grapheme"): string {
  let beginning = "";
  for (const { segment } of new Intl.Segmenter(language ?? "en", { granularity }).segment(text)) {
    if (stringWidth(beginning + segment) >= room) break;
    beginning += segment;
  }
  return beginning;
}
