import type { Root } from "hast";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { FootnotePlacement, FootnotePlan } from "../../../model/footnote-plan.ts";
import type { Measured } from "../../../model/page-map.ts";
import type { Publication } from "../../../model/publication.ts";
import { moveNotes } from "./move-footnotes.ts";
import { type NoteLayout, noteLayout } from "./footnote-rules.ts";
import { planAreas } from "./plan-areas.ts";
import { planSide } from "./plan-side.ts";
import { readFlow } from "./text-flow.ts";
import { withoutNoteHeadings } from "./without-footnote-headings.ts";

/** Where the footnotes of a document are placed. */
export interface PlacedNotes {
  readonly placement: FootnotePlacement;
  /** The ids of the footnotes that are not at the end. */
  readonly moved: ReadonlySet<string>;
  /** The publication, whose outline omits the headings of emptied footnote sections. */
  readonly publication: Publication;
  readonly plan?: FootnotePlan;
  readonly layout?: NoteLayout;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Places footnotes as the publication asks: in the sections at the end, or on the pages of their references. `height`
 * is that of a page's text area, in points.
 */
export function placeNotes(tree: Root, publication: Publication, measured: Measured, height: number): PlacedNotes {
  const { notes: wanted, language } = publication.metadata;
  const atEnd = notesAtEnd(publication);
  const flow = wanted === "end" ? undefined : readFlow(tree);
  if (wanted === "end" || !flow || flow.notes.length === 0) return atEnd;
  const { positions = new Map(), notes: old } = measured;
  const make = wanted === "foot" ? planAreas : planSide;
  const plan = measured.positions && make(flow, positions, height, old);
  if (plan?.refused !== undefined) {
    const message = `Footnotes are printed at the end, not where the publication asks for them: ${plan.refused}.`;
    return {
      ...atEnd,
      plan,
      diagnostics: [diagnostic("footnotesPlaced", message, 'Set "notes: end", or shorten the footnotes.')],
    };
  }
  const others = flow.notes.filter(({ id }) => plan?.atEnd.has(id));
  const leaving = flow.notes.filter((note) => !others.includes(note));
  const moved = new Set(leaving.map(({ id }) => id));
  moveNotes(tree, leaving, `${wanted}-note`, language);
  return {
    placement: wanted,
    moved,
    publication: withoutNoteHeadings(publication, moved),
    ...(plan && { plan }),
    layout: noteLayout(plan, positions, height),
    diagnostics: others.map(({ mark }) => reportAtEnd(mark)),
  };
}

/** Leaves the footnotes in the sections at the end. */
export function notesAtEnd(publication: Publication): PlacedNotes {
  return { placement: "end", moved: new Set(), publication, diagnostics: [] };
}

function reportAtEnd(mark: string): Diagnostic {
  const message = `Footnote ${mark} is printed at the end: it does not fit on the page that refers to it.`;
  return diagnostic("footnotesPlaced", message, "Shorten the footnote, or move its text into the paragraph.");
}
