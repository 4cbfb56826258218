import type { RootContent } from "mdast";
import { chooseColumns, readList } from "./choose-columns.ts";
import { readNumber, sum } from "./numbers.ts";
import type { CsvRows } from "./read-rows.ts";
import { joinCells } from "./spans.ts";

/** How a table is built from the rows of a file. */
export interface CsvTableSettings {
  readonly columns: string;
  readonly header: string;
  readonly headerRows: number;
  readonly footerRows: number;
  readonly stubColumns: number;
  /** Label of a row of sums; empty for none. */
  readonly total: string;
  readonly align: string;
  readonly units: string;
}

type Grid = readonly (readonly string[])[];
type Complain = (message: string, hint: string) => void;

/** Maximum number of rows: more than anyone reads, and more than fits on a page. */
const maxRows = 1000;
const maxColumns = 30;

interface Column {
  readonly unit: string;
  readonly align: string | undefined;
  /** Whether its cells are numbers, to be formatted for the language of the text. */
  readonly isNumeric: boolean;
  /** Whether a number has five digits, so that thousands are grouped in the whole column; years have four. */
  readonly isGrouped: boolean;
}

/** Builds a table with header, body and footer; its numbers are marked for `transform/format-numbers.ts`. */
export function csvTable(
  { rows, decimal }: CsvRows,
  settings: CsvTableSettings,
  complain: Complain,
  position: RootContent["position"],
): RootContent | undefined {
  const grid = prepare(rows, settings, complain);
  const heads = Math.min(settings.headerRows + (settings.header === "" ? 0 : 1), grid.length);
  const [first] = grid;
  if (!first || heads >= grid.length) {
    complain("This table has no rows below its header.", "Put the data below the names of the columns.");
    return undefined;
  }
  const feet = Math.min(settings.footerRows, grid.length - heads - 1);
  const whole = grid.map((row) => [...row]);
  const read = (): Column[] => first.map((_, at) => readColumn(whole.slice(heads), at, settings, decimal));
  if (settings.total !== "") whole.push(totals(whole.slice(heads, whole.length - feet), read(), settings, decimal));
  const columns = read();
  const end = whole.length - feet - (settings.total === "" ? 0 : 1);
  const group = (name: string, some: Grid): RootContent[] =>
    some.length === 0 ? [] : [element(name, groupRows(name, some, { columns, settings, decimal, position }), position)];
  return element(
    "table",
    [
      ...group("thead", withUnits(whole.slice(0, heads), columns)),
      ...group("tbody", whole.slice(heads, end)),
      ...group("tfoot", whole.slice(end)),
    ],
    position,
  );
}

/** Returns the rows with only the selected columns, padded to equal length. */
function prepare(rows: Grid, settings: CsvTableSettings, complain: Complain): Grid {
  const named = settings.header === "" ? rows : [readList(settings.header), ...rows];
  // A file may have more rows than a call takes arguments.
  const width = named.reduce((widest, { length }) => Math.max(widest, length), 0);
  const uneven = rows.findIndex(({ length }) => length !== width);
  if (uneven >= 0) {
    const message = `Row ${uneven + 1} has ${rows[uneven]?.length} values, and the longest ${width}; what is missing is empty.`;
    complain(
      message,
      "Keep the comma where a value is left out, and put a value with a comma between quotation marks.",
    );
  }
  const { chosen, unknown } = chooseColumns(settings.columns, named[0] ?? [], width);
  if (unknown.length > 0) {
    complain(`There is no column "${unknown.join('", "')}".`, `Columns: ${(named[0] ?? []).join(", ")}.`);
  }
  const shown = chosen.length > 0 ? chosen : Array.from({ length: width }, (_, at) => at);
  if (named.length > maxRows || shown.length > maxColumns) {
    const message = `There are ${named.length} rows and ${shown.length} columns; a table takes ${maxRows} and ${maxColumns}, and the rest is left out.`;
    complain(message, "Show a summary of them, or choose columns: columns=1-5.");
  }
  const columns = shown.slice(0, maxColumns);
  return named.slice(0, maxRows).map((row) => columns.map((at) => row[at] ?? ""));
}

function readColumn(body: Grid, at: number, { align, units }: CsvTableSettings, decimal: "." | ","): Column {
  const unit = readList(units)[at] ?? "";
  const alignment = readList(align)[at];
  const cells = body.map((row) => withoutUnit(row[at] ?? "", unit)).filter((cell) => !/^[-–—<^]?$/.test(cell));
  const isNumeric =
    (alignment === undefined || alignment === "right") &&
    cells.length > 0 &&
    cells.every((cell) => readNumber(cell, decimal) !== undefined);
  return {
    unit: /^[-–—]?$/.test(unit) ? "" : unit,
    align: ["left", "center", "right"].includes(alignment ?? "") ? alignment : isNumeric ? "right" : undefined,
    isNumeric,
    isGrouped: cells.some((cell) => /\d{5}/.test(cell.replace(/[.,]\d*$/, ""))),
  };
}

/** Removes the unit: "12 kg" in a column in kilograms, "$12" in one in dollars. */
function withoutUnit(cell: string, unit: string): string {
  if (unit === "") return cell;
  if (cell.endsWith(unit)) return cell.slice(0, -unit.length).trim();
  return cell.startsWith(unit) ? cell.slice(unit.length).trim() : cell;
}

/** Adds each unit once, in the last header row. */
function withUnits(head: Grid, columns: readonly Column[]): Grid {
  return head.map((row, at) =>
    at < head.length - 1
      ? row
      : row.map((cell, column) => {
          const { unit = "" } = columns[column] ?? {};
          return unit === "" || cell.includes(`(${unit})`) ? cell : `${cell} (${unit})`.trim();
        }),
  );
}

function totals(body: Grid, columns: readonly Column[], { total }: CsvTableSettings, decimal: "." | ","): string[] {
  return columns.map(({ isNumeric, unit }, at) => {
    if (at === 0) return total;
    const numbers = body.flatMap((row) => readNumber(withoutUnit(row[at] ?? "", unit), decimal) ?? []);
    // Percentages are of different wholes, so they have no sum.
    return isNumeric && unit !== "%" ? sum(numbers).replace(".", decimal) : "";
  });
}

interface RowContext {
  readonly columns: readonly Column[];
  readonly settings: CsvTableSettings;
  readonly decimal: "." | ",";
  readonly position: RootContent["position"];
}

function groupRows(group: string, rows: Grid, { columns, settings, decimal, position }: RowContext): RootContent[] {
  return joinCells(rows).map((cells) => {
    const made = cells.map(({ text, column: at, columns: across, rows: down }) => {
      const { unit = "", align, isNumeric, isGrouped } = columns[at] ?? {};
      const plain = group === "thead" ? text : withoutUnit(text, unit);
      const number = group !== "thead" && isNumeric ? readNumber(plain, decimal) : undefined;
      const isHeader = group === "thead" || at < settings.stubColumns || (group === "tfoot" && at === 0);
      const properties = {
        ...(align !== undefined && { align }),
        ...(across > 1 && { colSpan: across }),
        ...(down > 1 && { rowSpan: down }),
        ...(number !== undefined && { dataKind: isGrouped ? "grouped-number" : "number" }),
      };
      return element(isHeader ? "th" : "td", [{ type: "text", value: number ?? plain }], position, properties);
    });
    return element("tr", made, position);
  });
}

/** Creates a node for an HTML table element, which mdast lacks: a paragraph or a quotation with an element name. */
function element(
  name: string,
  children: readonly RootContent[],
  position: RootContent["position"],
  properties: Readonly<Record<string, string | number>> = {},
): RootContent {
  const type = children.every((child) => child.type === "text") ? "paragraph" : "blockquote";
  const data = { hName: name, hProperties: { ...properties } };
  return { type, data, children, ...(position && { position }) } as RootContent;
}
