import type { TemplateSheet } from "../../../config/template-file.ts";
import type { EditionName } from "../../../model/edition.ts";
import { editionOf } from "../../../model/every-edition.ts";
import type { Template } from "../../../template/load.ts";
import type { TemplateChoices } from "../../../template/options.ts";

/** A page of an edition, in CSS terms. */
export interface Sheet extends TemplateSheet {
  /** The room for notes beside the text, within the page's area of text. */
  readonly beside?: string;
}

/** The page that an edition is printed on; the paper is what the article asks for, or that of the edition. */
export function sheetFor({ settings }: Template, edition: EditionName, options: TemplateChoices): Sheet {
  const { paper = "letter", design } = editionOf(edition);
  const chosen = options.paper;
  const hasColumns = options.columns === "2" && (design === undefined || design === "ink-saver");
  const sheets = settings.print.papers[hasColumns ? "columns" : (design ?? "plain")];
  const sheet = sheets[chosen === "edition" ? paper : chosen];
  return options.sides === "two" && sheet.number === "foot" ? { ...sheet, number: "outer foot" } : sheet;
}
