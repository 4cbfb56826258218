import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { EditionName } from "../../../model/edition.ts";
import { editionOf } from "../../../model/every-edition.ts";
import { outlineOf } from "../../../model/outline.ts";
import type { PagePositions } from "../../../model/page-map.ts";
import type { ContentsEntry, Publication } from "../../../model/publication.ts";

interface Printed {
  readonly pages: number;
  readonly positions: PagePositions;
  /** The finished file, as diagnostics name it. */
  readonly file: string;
}

/** A section of the outline and the pages that it takes, as a fraction where its position is known. */
interface SectionLength {
  readonly title: string;
  readonly page: number;
  readonly length: number;
}

/** Whether an edition keeps to the pages that its publication allows; if not, what stands on the others and what is long. */
export function checkPageBudget(publication: Publication, edition: EditionName, printed: Printed): Diagnostic[] {
  const most = mostPages(publication, edition);
  const { pages, file } = printed;
  if (most === undefined || pages <= most) return [];
  const sections = measureSections(outlineOf(publication), printed);
  const over = sections.filter(({ page }) => page > most).map(({ title }) => `“${title}”`);
  const longest = sections.toSorted((a, b) => b.length - a.length).slice(0, 3);
  const what = over.length === 0 ? "" : ` Behind page ${most}: ${over.join(", ")}.`;
  const lengths = longest.map(({ title, page, length }) => `“${title}” (from page ${page}, ${length} pages)`);
  const hint = `Shorten what is longest: ${lengths.join("; ")}; or ask for two columns: template: { options: { columns: "2" } }.`;
  return [diagnostic("pageBudget", `The edition has ${pages} pages, and ${most} are allowed.${what}`, hint, { file })];
}

/** A number is for the handouts; designs of their own, such as large print, are named. */
function mostPages({ metadata: { mostPages: most } }: Publication, edition: EditionName): number | undefined {
  if (typeof most !== "number") return most?.[edition];
  const { design } = editionOf(edition);
  return design === undefined ? most : undefined;
}

function measureSections(entries: readonly ContentsEntry[], { pages, positions }: Printed): SectionLength[] {
  return entries.flatMap((entry, index) => {
    const page = positions.get(entry.id)?.page;
    if (page === undefined) return [];
    const next = entries.slice(index + 1).flatMap(({ id }) => positions.get(id)?.page ?? [])[0] ?? pages;
    return [{ title: entry.title, page, length: Math.max(1, next - page + 1) }];
  });
}
