import type { List, Paragraph, PhrasingContent, RootContent, TableCell, TableRow } from "mdast";
import type { Fact } from "../config/facts-file.ts";
import type { Messages } from "../i18n/messages.ts";
import { writeDay, writeValue } from "../config/write-value.ts";
import { sourceContent, sourceKey } from "./fact-source.ts";
import type { FactUses } from "./facts.ts";

/**
 * The section at the end of a chapter with a table of the facts that it uses: a row for each source and day of checking,
 * and in it what was taken from there.
 */
export function sourcesAndDates({ known, used, language }: FactUses, words: Messages): RootContent[] {
  if (used.size === 0) return [];
  const { title, source, statements, checked, checkAgain } = words.facts;
  const header = [source, statements, checked, checkAgain].map((word) => cell([{ type: "text", value: word }]));
  const facts = [...known.values()].filter(({ id }) => used.has(id));
  const rows = Map.groupBy(facts, sourceKey).values();
  return [
    // Not an mdast heading: the levels of the author's own headings have no part in it.
    {
      type: "paragraph",
      data: { hName: "h2", hProperties: { id: "sources-and-dates" } },
      children: [{ type: "text", value: title }],
    },
    {
      type: "table",
      data: { hProperties: { className: ["sources"] } },
      children: [row(header), ...Array.from(rows, (together) => row(cellsOf(together, language, words)))],
    },
  ];
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
