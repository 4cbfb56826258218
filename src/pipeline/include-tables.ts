import type { Paragraph, PhrasingContent, RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Report } from "../diagnostics/report.ts";
import { readAttributes } from "../directives/read-attributes.ts";
import { table } from "../directives/table.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { World } from "../model/world.ts";
import { csvTable } from "../parse/csv-table/csv-table.ts";
import { readRows } from "../parse/csv-table/read-rows.ts";
import { type DirectiveInTree, findTables } from "../parse/find-includes.ts";
import type { ParsedArticle } from "../parse/parse-article.ts";
import type { Confines } from "../source/locate-file.ts";
import { readBeside } from "../source/read-beside.ts";

/** Put the rows of CSV files into the tables that name them: `::table[Caption]{src=data.csv}`. */
export async function includeTables(world: World, confines: Confines, article: ParsedArticle): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const { node, replace } of findTables(article.tree)) {
    const { path, shown } = article.file;
    const { position } = node;
    const mention = { from: path, file: shown, ...(position && { position }) };
    const report: Report = (...[rule, , message, hint]) => diagnostics.push(diagnostic(rule, message, hint, mention));
    const { attributes } = readAttributes({ ...table, carries: true }, withOwn(node), report);
    const read = await readBeside(world, confines, { address: attributes.src, ...mention });
    diagnostics.push(...read.diagnostics);
    if (!read.ok) continue;
    const file = read.value.shown;
    const rows = readRows(read.value.text, attributes.delimiter === "" ? undefined : attributes.delimiter);
    if ("line" in rows) {
      const at = { file, position: { start: { line: rows.line, column: 1 } } };
      const hint = 'A value with a comma or a quotation mark stands between quotation marks: "a ""b"" c".';
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
      void diagnostics.push(diagnostic("tableData", `"${file}": ${message}`, hint, mention));
    const made = csvTable(rows, settings, complain, position);
    if (made) replace([asBlock(node, made)]);
  }
  return diagnostics;
}

/** Only what the table itself knows: what any element can carry is read later, with the directive. */
function withOwn(node: DirectiveInTree): DirectiveInTree {
  const own = Object.entries(node.attributes ?? {}).filter(([name]) => name !== "widths" && name in table.attributes);
  return { ...node, attributes: Object.fromEntries(own) };
}

/** A block that is closed, with its caption and what the file gave it. */
function asBlock(node: DirectiveInTree, made: RootContent): ContainerDirective {
  const others = Object.entries(node.attributes ?? {}).filter(
    ([name]) => name === "widths" || !(name in table.attributes),
  );
  const label = node.type === "leafDirective" ? labelOf(node.children) : [];
  const inside = node.type === "containerDirective" ? node.children : [];
  const isLabelled = (inside[0]?.data as { directiveLabel?: boolean } | undefined)?.directiveLabel === true;
  return {
    type: "containerDirective",
    name: "table",
    attributes: Object.fromEntries(others),
    children: [
      ...label,
      ...inside.slice(0, isLabelled ? 1 : 0),
      made,
      ...inside.slice(isLabelled ? 1 : 0),
    ] as ContainerDirective["children"],
    data: { isComplete: true } as object,
    ...(node.position && { position: node.position }),
  };
}

function labelOf(children: readonly PhrasingContent[]): Paragraph[] {
  return children.length === 0
    ? []
    : [{ type: "paragraph", children: [...children], data: { directiveLabel: true } as object }];
}
