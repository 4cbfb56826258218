import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { EditionName } from "../../../model/edition.ts";
import { editionOf } from "../../../model/every-edition.ts";
import type { PagePositions } from "../../../model/page-map.ts";
import type { Publication } from "../../../model/publication.ts";
import { linkListId } from "../compose/footnote-links.ts";
import { type MeasuredBlock, measureBlocks, type PageArea } from "./measure-blocks.ts";

interface Printed {
  readonly pages: number;
  readonly positions: PagePositions;
  readonly area: PageArea;
  /** The file name for diagnostics. */
  readonly file: string;
}

/** How many blocks a finding names: those beyond the budget, and those that save most. */
const [mostBeyond, mostSaving] = [5, 3];

/**
 * Checks that an edition keeps to its publication's page budget. If not, names the blocks on the excess pages and what
 * would save most: the longest blocks, and content that a template option leaves out.
 */
export function checkPageBudget(publication: Publication, edition: EditionName, printed: Printed): Diagnostic[] {
  const most = mostPages(publication, edition);
  const { pages, positions, area, file } = printed;
  if (most === undefined || pages <= most) return [];
  const blocks = measureBlocks(publication, positions, pages, area);
  const beyond = blocks.filter(({ page }) => page > most);
  const [first] = beyond;
  const more = beyond.length > mostBeyond ? `, and ${beyond.length - mostBeyond} more` : "";
  const named = beyond.slice(0, mostBeyond).map(describe).join("; ");
  const what = named === "" ? "" : ` Beyond page ${most}: ${named}${more}.`;
  const longest = blocks.toSorted((a, b) => b.length - a.length).slice(0, mostSaving);
  const savings = [...longest.map((block) => `shorten the ${describe(block)}`), ...optionsThatSave(printed)];
  const message = `The edition has ${pages} pages, and ${most} are allowed.${what}`;
  const at = first?.origin;
  const place = at ? { file: at.file, position: { start: { line: at.line, column: at.column } } } : { file };
  return [
    diagnostic("pageBudget", at ? `${message} (${file})` : message, `What saves most: ${savings.join("; ")}.`, place),
  ];
}

/** Returns "table “Deadlines by …” (article.md:12, 0.4 pages)". */
function describe({ what, words, origin, length }: MeasuredBlock): string {
  const start = words.length > 32 ? `${words.slice(0, 31).trimEnd()}…` : words;
  const place = origin ? `${origin.file}:${origin.line}, ` : "";
  return `${what}${start === "" ? "" : ` “${start}”`} (${place}${inPages(length)})`;
}

function inPages(length: number): string {
  const tenths = Math.max(0.1, Math.round(length * 10) / 10);
  return `${tenths} ${tenths === 1 ? "page" : "pages"}`;
}

/** The template writes the link list; two columns can halve it. */
function optionsThatSave({ pages, positions, area }: Printed): string[] {
  const links = positions.get(linkListId);
  const listed = links && pages - links.page + 1 - links.top / area.height;
  return [
    ...(listed === undefined ? [] : [`leave out the list of links (${inPages(listed)}) with "links: none"`]),
    ...(area.columns > 1
      ? []
      : ['ask for two columns, about half of all pages, with template: { options: { columns: "2" } }']),
  ];
}

/** A number is for handouts only; editions with a design of their own, such as large print, are named. */
function mostPages({ metadata: { mostPages: most } }: Publication, edition: EditionName): number | undefined {
  if (typeof most !== "number") return most?.[edition];
  const { design } = editionOf(edition);
  return design === undefined ? most : undefined;
}
