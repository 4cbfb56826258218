import type { PagePosition, PagePositions } from "../../../model/page-map.ts";
import { heightOf, mostOfPage } from "./footnote-area.ts";
import type { TextFlow } from "./text-flow.ts";
import { largest } from "../../../model/extremes.ts";

/** A footnote with its height and the position of its reference. */
export interface PlacedFootnote extends PagePosition {
  readonly id: string;
  readonly height: number;
}

/** A text as measured in a print. Lengths are points. */
export interface MeasuredText {
  /** The height of a page's text area. */
  readonly height: number;
  /** The last page with text. */
  readonly lastPage: number;
  /** The footnotes on pages, in text order. */
  readonly notes: readonly PlacedFootnote[];
  /** The footnotes that must go to the end. */
  readonly atEnd: ReadonlySet<string>;
  readonly flow: TextFlow;
  readonly positions: PagePositions;
}

/** Measures a text's footnotes. Those too high for a page, or without a visible reference, go to the end. */
export function measureText(
  flow: TextFlow,
  positions: PagePositions,
  height: number,
  atEnd: ReadonlySet<string>,
): MeasuredText {
  const notes: PlacedFootnote[] = [];
  const others = new Set(atEnd);
  for (const { id, reference } of flow.notes) {
    const place = positions.get(reference);
    const footnoteHeight = heightOf(id, positions, height);
    if (atEnd.has(id) || !place || footnoteHeight > height * mostOfPage) others.add(id);
    else notes.push({ ...place, id, height: footnoteHeight });
  }
  const pages = flow.blocks.map((id) => positions.get(id)?.page ?? 1);
  const lastPage = largest([...pages, ...notes.map(({ page }) => page)], 1);
  return { height, lastPage, notes, atEnd: others, flow, positions };
}

/** Returns the footnotes referred to on a page, from top to bottom. */
export function footnotesOn(page: number, { notes }: MeasuredText): PlacedFootnote[] {
  return notes.filter((note) => note.page === page).toSorted((a, b) => a.top - b.top);
}
