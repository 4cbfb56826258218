import type { FootnotePlan } from "../../../model/footnote-plan.ts";
import type { PagePositions } from "../../../model/page-map.ts";
import { findFault } from "./check-footnotes.ts";
import { measureText, footnotesOn, type PlacedFootnote } from "./measured-text.ts";
import { between, isLikeBefore } from "./footnote-area.ts";
import type { TextFlow } from "./text-flow.ts";

/** The space between two side notes. */
const gap = 2 * between;

/**
 * Places each side note beside the line that refers to it. Overlapping notes move down, and the last ones of a page up
 * from its end. Those that do not fit go to the end.
 */
export function planSide(flow: TextFlow, positions: PagePositions, height: number, old?: FootnotePlan): FootnotePlan {
  if (old?.refused !== undefined) return old;
  const text = measureText(flow, positions, height, old?.atEnd ?? new Set());
  const atEnd = new Set(text.atEnd);
  const tops = new Map<string, number>();
  for (let page = 1; page <= text.lastPage; page += 1) {
    const notes = footnotesOn(page, text);
    while (lengthOf(notes) > height) atEnd.add(notes.pop()?.id ?? "");
    for (const [id, top] of stack(notes, height)) tops.set(id, (page - 1) * height + top);
  }
  const plan = { areas: new Map(), tops, certain: text.lastPage, atEnd, prints: (old?.prints ?? 0) + 1 };
  const refused = old && isLikeBefore(tops, old.tops) ? findFault(plan, text) : undefined;
  return refused === undefined ? plan : { ...plan, refused };
}

function lengthOf(notes: readonly PlacedFootnote[]): number {
  return notes.reduce((sum, note) => sum + note.height + gap, -gap);
}

function stack(notes: readonly PlacedFootnote[], height: number): Map<string, number> {
  const tops: number[] = [];
  for (const [index, note] of notes.entries()) {
    const before = notes[index - 1];
    tops.push(Math.max(note.top, before ? (tops[index - 1] ?? 0) + before.height + gap : 0));
  }
  let end = height;
  for (let index = notes.length - 1; index >= 0; index -= 1) {
    const top = Math.min(tops[index] ?? 0, end - (notes[index]?.height ?? 0));
    tops[index] = top;
    end = top - gap;
  }
  return new Map(notes.map(({ id }, index) => [id, tops[index] ?? 0]));
}
