import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Report } from "../diagnostics/report.ts";
import { readAttributes } from "../directives/read-attributes.ts";
import { table } from "../directives/definitions/table.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";
import { csvTable } from "../parse/csv-table/csv-table.ts";
import { readRows } from "../parse/csv-table/read-rows.ts";
import { fillTable, ownAttributes } from "../parse/csv-table/fill-table.ts";
import { findTables } from "../parse/find-includes.ts";
import type { ParsedArticle } from "../parse/parse-article.ts";
import type { Confines } from "../source/locate-file.ts";
import { readBeside } from "../source/read-beside.ts";

/** Attributes that this file reads; the rest are read with the directive. */
const isRead = (name: string): boolean => name !== "widths" && name in table.attributes;

/**
 * Fills tables with the rows of the CSV files that they name: `::table[Caption]{src=data.csv}`. Returns those `files`.
 */
export async function includeTables(
  world: World,
  confines: Confines,
  article: ParsedArticle,
  files: SourceFile[],
): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const { node, replace } of findTables(article.tree)) {
    const { path, shown } = article.file;
    const { position } = node;
    const reference = { from: path, file: shown, ...(position && { position }) };
    const report: Report = (...[rule, , message, hint]) => diagnostics.push(diagnostic(rule, message, hint, reference));
    const { attributes } = readAttributes(
      { ...table, carries: true },
      { ...node, attributes: ownAttributes(node, isRead) },
      report,
    );
    const read = await readBeside(world, confines, { address: attributes.src, ...reference });
    diagnostics.push(...read.diagnostics);
    if (!read.ok) continue;
    files.push(read.value);
    const file = read.value.shown;
    const rows = readRows(read.value.text, attributes.delimiter === "" ? undefined : attributes.delimiter);
    if ("line" in rows) {
      const at = { file, position: { start: { line: rows.line, column: 1 } } };
      const hint = 'Put a value with a comma or a quotation mark between quotation marks: "a ""b"" c".';
      diagnostics.push(diagnostic("tableData", "This is not well-formed CSV: a quotation mark is unpaired.", hint, at));
      continue;
    }
    const settings = {
      ...attributes,
      headerRows: Number(attributes["header-rows"]),
      footerRows: Number(attributes["footer-rows"]),
      stubColumns: Number(attributes["stub-columns"]),
    };
    const complain = (message: string, hint: string): void =>
      void diagnostics.push(diagnostic("tableData", `"${file}": ${message}`, hint, reference));
    const made = csvTable(rows, settings, complain, position);
    if (made) replace([fillTable(node, made, isRead)]);
  }
  return diagnostics;
}
