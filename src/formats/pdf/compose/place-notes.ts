import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { FootnotePlan } from "../../../model/footnote-plan.ts";
import type { PagePositions } from "../../../model/page-map.ts";
import type { Publication } from "../../../model/publication.ts";
import { placeNotes } from "../footnotes/place-footnotes.ts";
import { readFlow } from "../footnotes/text-flow.ts";
import type { Sheet } from "./papers.ts";
import { pagesOf, type PrintDocument } from "./print-document.ts";

/** Places footnotes as the publication asks, and computes the pages of all ids. */
export function placeNotesOn(document: PrintDocument): void {
  const { tree, publication, sheet, turned, measured, positions, height } = document;
  const isTurned = turned.size > 0 && publication.metadata.notes !== "end";
  const findings = isTurned && (readFlow(tree)?.notes.length ?? 0) > 0 ? [tellTurned()] : [];
  const placed = placeNotes(
    tree,
    isTurned ? notesAtEndOf(publication) : withNotesFor(publication, sheet),
    { ...measured, ...(positions && { positions }) },
    height,
  );
  document.notes = { ...placed, diagnostics: [...placed.diagnostics, ...findings] };
  document.pages = positions && pagesWith(positions, document.notes.plan, height);
}

/** Returns the page of each id; for footnotes, the page in the next print. */
function pagesWith(positions: PagePositions, plan: FootnotePlan | undefined, height: number): Map<string, number> {
  const moved = [...(plan?.tops ?? [])].map(([id, top]) => [id, Math.floor(top / height) + 1] as const);
  return new Map([...(pagesOf(positions) ?? []), ...moved]);
}

/** Moves side notes to the end unless the sheet has a margin for them on the same side of every page. */
function withNotesFor(publication: Publication, sheet: Sheet): Publication {
  const { metadata } = publication;
  if (metadata.notes !== "side" || (sheet.edge !== undefined && sheet.number === "foot")) return publication;
  return notesAtEndOf(publication);
}

/** Feet and margins are planned for pages of one height. */
function tellTurned(): Diagnostic {
  const message = "Notes are at the end, not where the publication wants them: some of its pages are turned.";
  return diagnostic("footnotesPlaced", message, 'Set "notes: end", or do without "landscape".');
}

function notesAtEndOf(publication: Publication): Publication {
  return { ...publication, metadata: { ...publication.metadata, notes: "end" } };
}
