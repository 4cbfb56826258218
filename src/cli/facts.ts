import { escapeControls } from "../diagnostics/print/escape-controls.ts";
import { textWidth } from "../model/text-width.ts";
import { isDue } from "../config/facts-file.ts";
import { writeValue } from "../config/write-value.ts";
import { relevel } from "../diagnostics/relevel.ts";
import type { SourceKind } from "../model/imported.ts";
import { type ListedFact, listFacts } from "../api/facts.ts";
import type { Run } from "./command.ts";
import { loadConfig } from "../api/load-config.ts";
import { printReport } from "./print-report.ts";

interface Options {
  readonly strict?: true;
  readonly from?: SourceKind;
  readonly verbose?: true;
  readonly reporter: "text" | "json";
}

/** `offprint facts`: lists every fact by the day of its next check. */
export const runFacts: Run = async ({ world }, sources, options) => {
  const { strict, from, verbose, reporter } = options as unknown as Options;
  const config = await loadConfig(world);
  if (!config.ok) return printReport(world, reporter, config);
  const { shared, sources: usual = ["content"] } = config.value;
  const listed = await listFacts(world, sources.length > 0 ? sources : usual, { from, shared });
  const diagnostics = relevel(listed.diagnostics, { ...config.value, strict });
  // A list for programs is the only output, so diagnostics go to standard error.
  const code = await printReport(world, listed.ok ? "text" : reporter, { verbose, diagnostics });
  if (!listed.ok) return code;
  const today = world.clock.now().toISOString().slice(0, 10);
  world.terminal.print(writers[reporter](listed.value, today, world.terminal.columns));
  const isStale = strict && listed.value.some(({ fact }) => isDue(fact, today));
  return code || (isStale ? 1 : 0);
};

type Writer = (facts: readonly ListedFact[], today: string, columns: number) => string;

const writers: Readonly<Record<Options["reporter"], Writer>> = { text: toTable, json: toJson };

function toJson(facts: readonly ListedFact[], today: string): string {
  const list = facts.map(({ publication, fact: { locations, ...fact } }) => {
    const { file, position } = locations.id;
    return { publication, file, line: position?.start.line, due: isDue(fact, today), ...fact };
  });
  return `${JSON.stringify({ facts: list }, null, 2)}\n`;
}

/** Maximum width of a value in the table. */
const maxValueWidth = 20;

/** Returns one line per fact; the last column takes the remaining width of the terminal. */
function toTable(facts: readonly ListedFact[], today: string, columns: number): string {
  if (facts.length === 0) return "There are no facts.\n";
  const rows = facts.map(({ publication, fact }) => [
    fact.recheck ?? "never",
    isDue(fact, today) ? "due" : "",
    fact.id,
    cutToWidth(writeValue(fact, "en"), maxValueWidth),
    publication,
    fact.statement,
  ]);
  const table = [["Check by", "", "Fact", "Value", "Publication", "Statement"], ...rows].map((row) =>
    row.map(escapeControls),
  );
  const widths = table[0]?.map((_, index) => Math.max(...table.map((row) => textWidth(row[index] ?? "")))) ?? [];
  return table.map((row) => `${cutToWidth(toLine(row, widths), columns)}\n`).join("");
}

function toLine(row: readonly string[], widths: readonly number[]): string {
  return row
    .map((text, index) => text + " ".repeat((widths[index] ?? 0) - textWidth(text)))
    .join("  ")
    .trimEnd();
}

function cutToWidth(line: string, columns: number): string {
  if (textWidth(line) <= columns) return line;
  const letters = Array.from(new Intl.Segmenter().segment(line), ({ segment }) => segment);
  while (letters.length > 0 && textWidth(letters.join("")) > columns - 1) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
