import type { FootnotePlan } from "../../../model/footnote-plan.ts";
import type { PagePositions } from "../../../model/page-map.ts";
import type { Publication } from "../../../model/publication.ts";
import { placeNotes } from "../footnotes/place-footnotes.ts";
import type { Sheet } from "./papers.ts";
import { pagesOf, type PrintDocument } from "./print-document.ts";

/** Footnotes where the publication wants them, and the pages that everything is on with them there. */
export function placeNotesOn(document: PrintDocument): void {
  const { tree, given, sheet, turned, measured, positions, height } = document;
  document.notes = placeNotes(
    tree,
    turned.size > 0 ? notesAtEndOf(given) : withNotesFor(given, sheet),
    { ...measured, ...(positions && { positions }) },
    height,
  );
  document.pages = positions && pagesWith(positions, document.notes.plan, height);
}

/** On which page each id stands; notes, where they stand in the next print. */
function pagesWith(positions: PagePositions, plan: FootnotePlan | undefined, height: number): Map<string, number> {
  const moved = [...(plan?.tops ?? [])].map(([id, top]) => [id, Math.floor(top / height) + 1] as const);
  return new Map([...(pagesOf(positions) ?? []), ...moved]);
}

/** Notes beside the text need a margin that only some sheets have, always on the same side; on others they are at the end. */
function withNotesFor(publication: Publication, sheet: Sheet): Publication {
  const { metadata } = publication;
  if (metadata.notes !== "side" || (sheet.edge !== undefined && sheet.number === "foot")) return publication;
  return notesAtEndOf(publication);
}

function notesAtEndOf(publication: Publication): Publication {
  return { ...publication, metadata: { ...publication.metadata, notes: "end" } };
}
