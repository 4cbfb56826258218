import type { Code } from "mdast";
import { parseYaml } from "../config/parse-yaml.ts";
import type { SourceLocation } from "../diagnostics/diagnostic.ts";
import type { Illustration } from "../model/chart.ts";
import type { Cell } from "./plot.ts";
import { fromRows, readCsv } from "./read-table.ts";
import { tableOf } from "./table.ts";
import type { Drawing } from "./illustrate-block.ts";

/** Returns what is shown in place of a chart that cannot be drawn: its title, and its data as a table. */
export async function undrawnChart(
  { value, position }: Code,
  mostRows: number,
  { file, language, read }: Pick<Drawing, "file" | "language" | "read">,
): Promise<Illustration | undefined> {
  const location: SourceLocation = { file, ...(position && { position }) };
  const parsed = parseYaml(value, { file });
  const block = parsed.ok ? asMap(parsed.value.value) : {};
  const about = { ...block, ...asMap(block["usermeta"]) };
  const data = block["data"];
  const source = asMap(data);
  const address = typeof data === "string" ? data : source["url"];
  const values = Array.isArray(data) ? data : source["values"];
  const found = typeof address === "string" ? await read(address, location) : undefined;
  const table = found?.ok
    ? readCsv(found.value, mostRows)
    : fromRows(Array.isArray(values) ? values.map(asCells) : [], mostRows, location);
  const shown = table.ok && table.value.rows.length > 0 ? tableOf(table.value, mostRows, language) : undefined;
  if (!shown) return undefined;
  const caption = [about["caption"], about["title"]].find((text) => typeof text === "string") ?? "";
  const summary = typeof about["summary"] === "string" ? about["summary"] : "";
  const id = typeof about["id"] === "string" ? about["id"] : undefined;
  return { address: undefined, summary, caption, source: undefined, id, facts: [], table: shown };
}

function asMap(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function asCells(row: unknown): Record<string, Cell> {
  const cells = Object.entries(asMap(row)).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === "string" || typeof entry[1] === "number",
  );
  return Object.fromEntries(cells);
}
