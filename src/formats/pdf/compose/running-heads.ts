import { messagesFor } from "../../../i18n/messages.ts";
import type { EditionName } from "../../../model/edition.ts";
import { type Outcome, succeed } from "../../../model/outcome.ts";
import type { LongTable, RunningHeadsPage, SubsetFont } from "../../../model/page.ts";
import type { PagePositions } from "../../../model/page-map.ts";
import type { Publication } from "../../../model/publication.ts";
import { dataAddress } from "../../../template/data-address.ts";
import { contentSecurityPolicy } from "../../../template/embed.ts";
import { fontFaces } from "../../../template/fonts.ts";
import { fillLayout, styleFor, type Template } from "../../../template/load.ts";
import type { TemplateChoices } from "../../../template/options.ts";
import { linkListId } from "./footnote-links.ts";
import { marginMarks, markRules } from "./margin-marks.ts";
import { continuedRows } from "./mark-continued.ts";
import { headRules } from "./page-rules.ts";
import { titlesOfPages } from "./page-titles.ts";
import { sheetFor } from "./papers.ts";
import { runningRows } from "./running-head-rows.ts";
import { turnedHeadRules } from "./turned-pages.ts";
import { metadataView } from "../../../template/view.ts";

/**
 * Composes a document with the running heads and margin marks of each page: the browser sets them with the template's
 * fonts and rules in every script, but cannot put a page's section into its margin itself.
 */
export function composeRunningHeads(
  template: Template,
  publication: Publication,
  edition: EditionName,
  options: TemplateChoices,
  fonts: readonly SubsetFont[],
  printed: {
    readonly pages: number;
    readonly positions: PagePositions;
    readonly turned?: ReadonlySet<number>;
    readonly pageMarks?: ReadonlyMap<string, number> | undefined;
    readonly longTables?: readonly LongTable[] | undefined;
  },
): Outcome<RunningHeadsPage> {
  const { metadata } = publication;
  const words = messagesFor(metadata.language);
  const view = metadataView(metadata, options, words);
  const sheet = sheetFor(template, edition, options);
  const links = { id: linkListId, title: words.links, depth: 2, children: [] };
  const titles = titlesOfPages(publication, [links], printed.positions, printed.pages);
  const marks = marginMarks(words, printed.positions, printed.pageMarks ?? new Map());
  const continued = continuedRows(words, printed.positions, printed.longTables ?? []);
  const rows = [...runningRows(view, sheet, titles), ...marks, ...continued];
  const style = [
    fontFaces(fonts, (font) => dataAddress("font/ttf", font.bytes), "truetype"),
    `:root{--accent:${options.accent}}`,
    styleFor(template, edition, fonts, metadata.language),
    headRules(sheet, metadata.direction),
    markRules(rows, sheet, metadata.direction),
    turnedHeadRules(rows, printed.turned ?? new Set(), sheet),
  ].join("\n");
  const policy = contentSecurityPolicy(style);
  const laidOut = fillLayout(template, template.settings.print["running-heads"], { ...view, policy, style, rows });
  return laidOut.ok
    ? succeed({ path: "heads.html", title: metadata.title, content: laidOut.value, rows }, laidOut.diagnostics)
    : laidOut;
}
