import type { Root } from "hast";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { FootnotePlacement, FootnotePlan } from "../../../model/footnote-plan.ts";
import type { Measured } from "../../../model/page-map.ts";
import type { Publication } from "../../../model/publication.ts";
import { moveFootnotes } from "./move-footnotes.ts";
import { type FootnoteLayout, footnoteLayout } from "./footnote-rules.ts";
import { planAreas } from "./plan-areas.ts";
import { planSide } from "./plan-side.ts";
import { readFlow } from "./text-flow.ts";
import { footnoteItems } from "./find-footnotes.ts";
import { elementsIn } from "../../../model/hast.ts";

/** Where the footnotes of a document are placed. */
export interface PlacedFootnotes {
  readonly placement: FootnotePlacement;
  /** The ids of the footnotes that are not at the end. */
  readonly moved: ReadonlySet<string>;
  /** The publication, whose outline omits the headings of emptied footnote sections. */
  readonly publication: Publication;
  readonly plan?: FootnotePlan;
  readonly layout?: FootnoteLayout;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Places footnotes as the publication asks: in the sections at the end, or on the pages of their references. `height`
 * is that of a page's text area, in points.
 */
export function placeFootnotes(
  tree: Root,
  publication: Publication,
  measured: Measured,
  height: number,
): PlacedFootnotes {
  const { notes: wanted, language } = publication.metadata;
  const atEnd = footnotesAtEnd(publication);
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
  moveFootnotes(tree, leaving, `${wanted}-note`, language);
  return {
    placement: wanted,
    moved,
    publication: withoutFootnoteHeadings(publication, moved),
    ...(plan && { plan }),
    layout: footnoteLayout(plan, positions, height),
    diagnostics: others.map(({ mark }) => reportAtEnd(mark)),
  };
}

/** Leaves the footnotes in the sections at the end. */
export function footnotesAtEnd(publication: Publication): PlacedFootnotes {
  return { placement: "end", moved: new Set(), publication, diagnostics: [] };
}

function reportAtEnd(mark: string): Diagnostic {
  const message = `Footnote ${mark} is printed at the end: it does not fit on the page that refers to it.`;
  return diagnostic("footnotesPlaced", message, "Shorten the footnote, or move its text into the paragraph.");
}

/** Returns the publication without contents entries for sections from which all footnotes have been moved. */
function withoutFootnoteHeadings(publication: Publication, moved: ReadonlySet<string>): Publication {
  const chapters = publication.chapters.map((chapter) => {
    const { notes } = chapter;
    if (notes?.type !== "element" || !footnoteItems(notes).every(({ properties: { id } }) => moved.has(String(id)))) {
      return chapter;
    }
    const headings = elementsIn(notes);
    const ids = headings.map(({ properties: { id } }) => id);
    return { ...chapter, contents: chapter.contents.filter(({ id }) => !ids.includes(id)) };
  });
  return { ...publication, chapters };
}
