import type { List, Paragraph, PhrasingContent, RootContent, TableCell, TableRow } from "mdast";
import type { Fact } from "../config/facts-file.ts";
import type { Messages } from "../i18n/messages.ts";
import { writeDay, writeValue } from "../config/write-value.ts";
import { type EditionName, editionNames } from "../model/edition.ts";
import { editionOf } from "../model/every-edition.ts";
import { marked } from "../directives/conditions.ts";
import { sourceContent, sourceKey } from "./fact-source.ts";
import type { FactUses } from "./facts.ts";

/**
 * The section at the end of a chapter with a table of the facts that it uses: a row for each source and day of checking,
 * and in it what was taken from there. On paper a work in the list of references says itself when it was checked.
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
    // Not an mdast heading: the levels of the author's own headings have no part in it.
    {
      type: "paragraph",
      data: { hName: "h2", hProperties: { id: "sources-and-dates", ...shown } },
      children: [{ type: "text", value: title }],
    },
    {
      type: "table",
      data: { hProperties: { className: ["sources"], ...shown } },
      children: [row(header), ...Array.from(rows, (together) => factsRow(together, language, words))],
    },
  ];
}

/** A web page and an e-book have room for a table of every figure; on paper the references say it. */
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

/** HTML has room for a list in a cell; Markdown's own tables have not, and mdast's types follow them. */
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
