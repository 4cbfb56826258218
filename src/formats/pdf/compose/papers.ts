import type { TemplateSheet } from "../../../config/template-file.ts";
import type { Design, EditionName } from "../../../model/edition.ts";
import { editionOf } from "../../../model/every-edition.ts";
import type { Template } from "../../../template/load.ts";
import type { TemplateChoices } from "../../../template/options.ts";
import { readGeometry, readLengths } from "../../../template/page-geometry.ts";

/** A page of an edition, in CSS terms. */
export interface Sheet extends TemplateSheet {
  /** The room for notes beside the text, within the page's area of text. */
  readonly beside?: string;
}

/** The article's own size and margins. Large print keeps its paper: a smaller page would hold a few words. */
function fitPage(sheet: TemplateSheet, options: TemplateChoices, design: Design | undefined): TemplateSheet {
  const { size, margins, gutter } = readGeometry(options);
  const isOwnSize = size !== undefined && design !== "large-print";
  const [width = 0, height = 0] = readLengths(sheet.size) ?? [];
  const scale = isOwnSize ? Math.min(1, size[0] / width, size[1] / height) : 1;
  const scaled = (length: string): number => (readLengths(length)?.[0] ?? 0) * scale;
  const usual = [scaled(sheet.top), scaled(sheet.outer), scaled(sheet.bottom), scaled(sheet.inner)] as const;
  if (!isOwnSize && !margins && gutter === 0) return sheet;
  const [top, outer, bottom, inner] = margins ?? usual;
  const { edge, ...rest } = sheet;
  return {
    ...rest,
    ...(edge !== undefined && !margins && scale === 1 && { edge }),
    ...(isOwnSize && { size: size.map(toLength).join(" ") }),
    top: toLength(top),
    outer: toLength(outer),
    bottom: toLength(bottom),
    inner: toLength(inner + gutter),
  };
}

function toLength(points: number): string {
  return `${Math.round(points * 1000) / 1000}pt`;
}

/** The page that an edition is printed on; the paper is what the article asks for, or that of the edition. */
export function sheetFor({ settings }: Template, edition: EditionName, options: TemplateChoices): Sheet {
  const { paper = "letter", design } = editionOf(edition);
  const chosen = options.paper;
  const hasColumns = options.columns === "2" && (design === undefined || design === "ink-saver");
  const sheets = settings.print.papers[hasColumns ? "columns" : (design ?? "plain")];
  const sheet = fitPage(sheets[chosen === "edition" ? paper : chosen], options, design);
  return options.sides === "two" && sheet.number === "foot" ? { ...sheet, number: "outer foot" } : sheet;
}
