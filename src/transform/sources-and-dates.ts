import type { List, Paragraph, PhrasingContent, RootContent, TableCell, TableRow } from "mdast";
import type { Fact } from "../config/facts-file.ts";
import type { Messages } from "../i18n/messages.ts";
import { writeDay, writeValue } from "../config/write-value.ts";
import { type EditionName, editionNames } from "../model/edition.ts";
import { ownId } from "../model/own-ids.ts";
import { editionOf } from "../model/every-edition.ts";
import { marked } from "../directives/definitions/conditions.ts";
import { sourceContent, sourceKey } from "./fact-source.ts";
import type { FactUses } from "./facts.ts";

/**
 * Returns the section at the end of a chapter with a table of its facts: a row for each source and day of check, with
 * what was taken from there. On paper, the list of references states when a work was checked.
 */
export function sourcesAndDates({ known, used, language }: FactUses, words: Messages): RootContent[] {
  if (used.size === 0) return [];
  const { title, source, statements, checked, checkAgain } = words.facts;
  const header = [source, statements, checked, checkAgain].map((word) => cell([{ type: "text", value: word }]));
  const facts = [...known.values()].filter(({ id }) => used.has(id));
  const rows = Map.groupBy(facts, sourceKey).values();
  const isListed = facts.every(({ source: { cite } }) => cite !== undefined);
  const shown = isListed ? marked(onScreens) : {};
  return [
    // Not an mdast heading, so that it does not affect the levels of the author's headings.
    {
      type: "paragraph",
      data: { hName: "h2", hProperties: { id: ownId("sources-and-dates"), ...shown } },
      children: [{ type: "text", value: title }],
    },
    {
      type: "table",
      data: { hProperties: { className: ["sources"], ...shown } },
      children: [row(header), ...Array.from(rows, (together) => factsRow(together, language, words))],
    },
  ];
}

/**
 * Reports whether an edition has a table of all facts, as web pages and e-books do; in print, the references suffice.
 */
export function hasSourceTable(edition: EditionName): boolean {
  return ["html", "epub"].includes(editionOf(edition).format);
}

const onScreens = editionNames.filter((name) => hasSourceTable(name));

function factsRow(facts: readonly Fact[], language: string, words: Messages): TableRow {
  const [first] = facts;
  const hProperties = first?.source.cite === undefined ? {} : marked(onScreens);
  return { ...row(cellsOf(facts, language, words)), data: { hProperties } };
}

function cellsOf(facts: readonly Fact[], language: string, words: Messages): TableCell[] {
  const [first] = facts;
  if (!first) return [];
  const day = (iso: string | undefined): PhrasingContent[] => [
    { type: "text", value: iso === undefined ? "–" : writeDay(iso, language, "medium") },
  ];
  const confidence: PhrasingContent = { type: "text", value: ` ${words.facts.confidence[first.confidence]}.` };
  return [
    { ...cell([...sourceContent(first.source), confidence]), data: { hName: "th" } },
    cell([listOf(facts, language) as unknown as PhrasingContent]),
    cell(day(first.checked)),
    cell(day(first.recheck)),
  ];
}

/** Returns a list for a table cell: HTML allows it, but Markdown tables and so mdast's types do not. */
function listOf(facts: readonly Fact[], language: string): List {
  return {
    type: "list",
    spread: false,
    children: facts.map((fact) => {
      const statement: Paragraph = {
        type: "paragraph",
        children: [
          { type: "text", value: `${fact.statement}: ` },
          { type: "strong", children: [{ type: "text", value: writeValue(fact, language) }] },
        ],
      };
      return { type: "listItem", spread: false, children: [statement] };
    }),
  };
}

function row(children: TableCell[]): TableRow {
  return { type: "tableRow", children };
}

function cell(children: PhrasingContent[]): TableCell {
  return { type: "tableCell", children };
}
