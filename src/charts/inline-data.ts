import { diagnostic, type SourceLocation } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import type { Part } from "./marks.ts";
import type { Cell, Table } from "./plot.ts";
import { fromRows, readCsv } from "./read-table.ts";

type ReadFile = (address: string) => Promise<Outcome<SourceFile>>;

/** A specification that contains all its data, and the data that are plain tables. */
interface Inlined {
  readonly value: Part;
  readonly tables: readonly Table[];
}

/**
 * Replaces every `data: {url: …}` of a specification, at any depth, by the file's content: CSV, or a JSON list of rows
 * (https://vega.github.io/vega-lite/docs/data.html).
 */
export async function inlineData(
  spec: Part,
  most: number,
  read: ReadFile,
  location: SourceLocation,
): Promise<Outcome<Inlined>> {
  const diagnostics: Diagnostic[] = [];
  const tables: Table[] = [];
  const inline = async (value: unknown, name: string): Promise<unknown> => {
    if (Array.isArray(value)) return Promise.all(value.map((item) => inline(item, "")));
    if (typeof value !== "object" || value === null) return value;
    const part = value as Part;
    if (name === "data" && (typeof part["url"] === "string" || isRows(part["values"]))) {
      const { url, ...rest } = part;
      const table = await tableFrom(url, part["values"], most, read, location);
      diagnostics.push(...table.diagnostics);
      if (!table.ok) return rest;
      tables.push(table.value);
      return { ...rest, values: toRows(table.value) };
    }
    if (name === "data" && isLongSequence(part["sequence"], most)) {
      diagnostics.push(diagnostic("chartData", `A sequence has at most ${most} numbers.`, undefined, location));
    }
    const entries = Object.entries(part).map(async ([key, inner]) => [key, await inline(inner, key)] as const);
    return Object.fromEntries(await Promise.all(entries));
  };
  const value = (await inline(spec, "")) as Part;
  return diagnostics.length > 0 ? fail(...diagnostics) : succeed({ value, tables });
}

async function tableFrom(
  url: unknown,
  values: unknown,
  most: number,
  read: ReadFile,
  location: SourceLocation,
): Promise<Outcome<Table>> {
  if (typeof url !== "string") return fromRows(values as Record<string, Cell>[], most, location);
  const file = await read(url);
  if (!file.ok) return file;
  const { text, shown } = file.value;
  if (!/^\s*\[/.test(text)) return readCsv(file.value, most);
  const rows = parseRows(text);
  const where: SourceLocation = { file: shown, position: { start: { line: 1, column: 1 } } };
  const message = "This is not a list of rows, that is, of objects whose values are numbers or texts.";
  return rows ? fromRows(rows, most, where) : fail(diagnostic("chartData", message, undefined, where));
}

function parseRows(text: string): Record<string, Cell>[] | undefined {
  try {
    const rows: unknown = JSON.parse(text);
    return isRows(rows) ? rows : undefined;
  } catch {
    return undefined;
  }
}

function isRows(value: unknown): value is Record<string, Cell>[] {
  const isCell = (cell: unknown) => cell === null || ["number", "string"].includes(typeof cell);
  return (
    Array.isArray(value) &&
    value.every((row) => typeof row === "object" && row !== null && Object.values(row as object).every(isCell))
  );
}

function toRows({ columns, rows }: Table): Record<string, Cell>[] {
  return rows.map(({ cells }) => Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? null])));
}

/** Reports whether a generated sequence (https://vega.github.io/vega-lite/docs/data.html#sequence) is too long. */
function isLongSequence(sequence: unknown, most: number): boolean {
  if (typeof sequence !== "object" || sequence === null) return false;
  const { start = 0, stop = 0, step = 1 } = sequence as Partial<Record<"start" | "stop" | "step", number>>;
  return !(Math.abs((stop - start) / step) <= most);
}
