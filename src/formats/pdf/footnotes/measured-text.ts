import type { PagePosition, PagePositions } from "../../../model/page-map.ts";
import { heightOf, mostOfPage } from "./footnote-area.ts";
import type { TextFlow } from "./text-flow.ts";

/** A note with its height and the place of the reference to it. */
export interface PlacedNote extends PagePosition {
  readonly id: string;
  readonly height: number;
}

/** A text as a print shows it. Lengths are points. */
export interface MeasuredText {
  /** Of the page's area of text. */
  readonly height: number;
  /** The last with text. */
  readonly lastPage: number;
  /** Those on pages, in the order of the text. */
  readonly notes: readonly PlacedNote[];
  /** Those that have to stand at the end. */
  readonly atEnd: ReadonlySet<string>;
  readonly flow: TextFlow;
  readonly positions: PagePositions;
}

/** A text with its notes measured; those that are too high for a page, or that nothing shown refers to, go to the end. */
export function measureText(
  flow: TextFlow,
  positions: PagePositions,
  height: number,
  atEnd: ReadonlySet<string>,
): MeasuredText {
  const notes: PlacedNote[] = [];
  const others = new Set(atEnd);
  for (const { id, reference } of flow.notes) {
    const place = positions.get(reference);
    const noteHeight = heightOf(id, positions, height);
    if (atEnd.has(id) || !place || noteHeight > height * mostOfPage) others.add(id);
    else notes.push({ ...place, id, height: noteHeight });
  }
  const pages = flow.blocks.map((id) => positions.get(id)?.page ?? 1);
  const lastPage = Math.max(1, ...pages, ...notes.map(({ page }) => page));
  return { height, lastPage, notes, atEnd: others, flow, positions };
}

/** The notes referred to on a page, from top to bottom. */
export function notesOn(page: number, { notes }: MeasuredText): PlacedNote[] {
  return notes.filter((note) => note.page === page).toSorted((a, b) => a.top - b.top);
}
