import { parse } from "csv-parse/sync";
import type { List, RootContent } from "mdast";
import { type BlockReader, isBlankLine, placeOf } from "../block.ts";
import { codeNode } from "../blocks/code-node.ts";
import { directiveNode, elementNode } from "../nodes.ts";
import { captioned } from "../tables/caption.ts";
import { tableNode } from "../tables/table-node.ts";
import type { MystDirective } from "./directive.ts";

/** Builds a table from a list of lists, each a row (https://mystmd.org/guide/tables#list-table). */
export function listTable(directive: MystDirective, reader: BlockReader): RootContent[] {
  const { body, lines, options } = directive;
  const content = reader.blocks(body);
  const list = content.find((node): node is List => node.type === "list");
  const rows = list?.children.map(({ children }) => children.find((node): node is List => node.type === "list"));
  if (!rows || rows.length === 0 || rows.some((row) => !row)) return content;
  const heads = Number(options.get("header-rows") ?? "0");
  const stub = Number(options.get("stub-columns") ?? "0");
  const made = rows.map((row, at) => {
    const cells = (row?.children ?? []).map(({ children }, column) => {
      const [only, more] = children;
      const inside = only?.type === "paragraph" && !more ? only.children : children;
      return elementNode(at < heads || column < stub ? "th" : "td", inside, lines);
    });
    return elementNode("tr", cells, lines);
  });
  return withCaption(elementNode("table", sections(made, heads, directive), lines), directive, reader);
}

function sections(rows: readonly RootContent[], heads: number, { lines }: MystDirective): RootContent[] {
  return [
    ...(heads > 0 ? [elementNode("thead", rows.slice(0, heads), lines)] : []),
    ...(rows.length > heads ? [elementNode("tbody", rows.slice(heads), lines)] : []),
  ];
}

/**
 * Builds a table from comma-separated values
 * (https://docutils.sourceforge.io/docs/ref/rst/directives.html#csv-table-1).
 */
export function csvTable(directive: MystDirective, reader: BlockReader): RootContent[] {
  if (directive.options.has("file")) return [tableOfFile(directive, reader)];
  const { body, lines, options, argument } = directive;
  const settings = { relax_column_count: true, relax_quotes: true, trim: true, delimiter: options.get("delim") ?? "," };
  const own = body.filter((line) => !isBlankLine(line)).map(({ text }) => text);
  const header = options.get("header");
  const rows = readRows([...(header === undefined ? [] : [header]), ...own].join("\n"), settings);
  if (!rows) return [codeNode(directive, "csv")];
  const heads = Number(options.get("header-rows") ?? "0") + (header === undefined ? 0 : 1);
  const cells = rows.map((row) => row.map((text) => ({ lines: [{ ...argument, text }] })));
  const table = tableNode({ head: cells.slice(0, heads), body: cells.slice(heads) }, lines, reader);
  return withCaption(table, directive, reader);
}

/** Builds Offprint's directive for a table from a file. */
function tableOfFile({ argument, lines, options, id }: MystDirective, reader: BlockReader): RootContent {
  const widths = options.get("widths");
  return directiveNode("table", isBlankLine(argument) ? [] : reader.inline([argument]), [], lines, {
    id,
    src: options.get("file"),
    header: options.get("header"),
    "header-rows": options.get("header-rows") ?? "0",
    "stub-columns": options.get("stub-columns"),
    widths: widths !== undefined && /^[\d\s,]+$/.test(widths) ? widths : undefined,
    delimiter: options.get("delim"),
  });
}

/** Parses rows; undefined where a quotation mark is not closed. */
function readRows(text: string, settings: object): string[][] | undefined {
  try {
    return parse(text, settings);
  } catch {
    return undefined;
  }
}

function withCaption(table: RootContent, { argument, lines, id }: MystDirective, reader: BlockReader): RootContent[] {
  const caption = isBlankLine(argument) ? [] : [argument];
  const named = captioned(table, { lines: caption, id }, lines, reader);
  if (caption.length > 0 || id === undefined) return [named];
  return [{ ...named, data: { ...named.data, hProperties: { id } }, ...placeOf(lines) }];
}
