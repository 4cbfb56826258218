import type { FootnoteArea } from "../../../model/footnote-plan.ts";
import type { PagePosition } from "../../../model/page-map.ts";
import { heights } from "./fill-area.ts";
import type { MeasuredText, PlacedNote } from "./measured-text.ts";
import { intoLine, leastLine, pixel, roomFor } from "./footnote-area.ts";

/**
 * Estimates the footnote areas of the pages after one whose area has changed, before the next print. The text is
 * treated as a ribbon that can be cut anywhere; a block with a forced page break starts a new ribbon. `printed` are the
 * areas with which the text was measured, `cut` is where the text of the changed page now ends.
 */
export function estimateAreas(
  after: number,
  cut: number,
  printed: ReadonlyMap<number, FootnoteArea>,
  text: MeasuredText,
): Map<number, FootnoteArea> {
  const areas = new Map<number, FootnoteArea>();
  let next = after + 1;
  let from = cut;
  for (const ribbon of ribbonsFrom(after, printed, text)) {
    next = cutRibbon(ribbon, next, from, areas, text.height);
    from = 0;
  }
  return areas;
}

/** A part of the text without forced page breaks; positions are points from its beginning. */
interface Ribbon {
  readonly notes: readonly (PlacedNote & { readonly at: number })[];
  readonly length: number;
  /** The start and end of each table that may break across pages. */
  readonly tables: readonly (readonly [number, number])[];
}

function ribbonsFrom(page: number, printed: ReadonlyMap<number, FootnoteArea>, text: MeasuredText): Ribbon[] {
  const { flow, positions, height, lastPage } = text;
  const turned = [...flow.turns].flatMap((id) => positions.get(id)?.page ?? []).filter((number) => number > page);
  const begins = [page, ...new Set(turned.toSorted((a, b) => a - b))];
  const blocks = flow.blocks.flatMap((id) => positions.get(id) ?? []);
  return begins.map((first, index) => {
    const last = (begins[index + 1] ?? lastPage + 1) - 1;
    const at = (place: PagePosition): number => {
      let sum = place.top;
      for (let number = first; number < place.page; number += 1) sum += printed.get(number)?.cut ?? height;
      return sum;
    };
    const isHere = (place: PagePosition): boolean => place.page >= first && place.page <= last;
    const tables = flow.tables.flatMap(({ rows, next }): [number, number][] => {
      const start = positions.get(rows[0] ?? "");
      const end = positions.get(next ?? "") ?? positions.get(rows.at(-1) ?? "");
      return start && end && isHere(start) ? [[at(start), isHere(end) ? at(end) : Infinity]] : [];
    });
    return {
      tables,
      notes: text.notes.filter(isHere).map((note) => ({ ...note, at: at(note) })),
      length: Math.max(0, ...blocks.filter(isHere).map(at)) + 3 * leastLine,
    };
  });
}

/** Cuts a ribbon into pages; returns the page after its last one. */
function cutRibbon(
  ribbon: Ribbon,
  page: number,
  from: number,
  areas: Map<number, FootnoteArea>,
  height: number,
): number {
  let rest = ribbon.notes.filter(({ at }) => at >= from - leastLine).toSorted((a, b) => a.at - b.at);
  let next = page;
  for (let begin = from; begin < ribbon.length; next += 1) {
    const { standing, end, deferred } = takePage(rest, begin, height);
    rest = rest.slice(standing.length);
    const area = { cut: Math.floor(end / pixel) * pixel, notes: standing.map(({ id }) => id) };
    const isOpen = cutsTable(ribbon, begin + end);
    if (standing.length > 0 || deferred)
      areas.set(next, { ...area, ...(deferred && { deferred: deferred.id }), ...(isOpen && { unbounded: true }) });
    begin += end;
  }
  return next;
}

type Reference = Ribbon["notes"][number];

/**
 * Takes the footnotes of a page that begins at `begin`. Returns them, where the page's text ends, and the footnote that
 * did not fit.
 */
function takePage(
  notes: readonly Reference[],
  begin: number,
  height: number,
): { readonly standing: readonly Reference[]; readonly end: number; readonly deferred?: Reference } {
  const standing: Reference[] = [];
  let end = height;
  for (const note of notes) {
    const top = note.at - begin;
    if (top >= end) break;
    const room = height - roomFor(heights([...standing, note]));
    if (top + leastLine > room)
      return { standing, end: Math.max(leastLine, Math.min(end, top + intoLine)), deferred: note };
    end = room;
    standing.push(note);
  }
  return { standing, end };
}

function cutsTable({ tables }: Ribbon, place: number): boolean {
  return tables.some(([start, end]) => start < place && end > place);
}
