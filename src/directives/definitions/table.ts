import type { Paragraph } from "mdast";
import { z } from "zod";
import { directive } from "../directive.ts";
import { element, splitLabel } from "../parts.ts";
import type { IssueParams } from "../read-attributes.ts";

const count = (fallback: string, what: string) =>
  z
    .string()
    .default(fallback)
    .refine((value) => /^\d$/.test(value), {
      message: "is not a number of rows or columns.",
      params: { hint: "Write a number from 0 to 9." } satisfies IssueParams,
    })
    .describe(what);

const list = (what: string) => z.string().default("").describe(what);

const widths = z
  .string()
  .default("")
  .refine((value) => value === "" || readWidths(value) !== undefined, {
    message: "are no widths of columns.",
    params: { hint: 'Write a share for each column, such as "40 30 30".' } satisfies IssueParams,
  })
  .describe("The relative widths of the columns, such as 40 30 30.");

/**
 * `:::table[Caption]` around a table, or `::table[Caption]{src=data.csv}`, which is filled before directives are
 * resolved.
 */
export const table = directive({
  name: "table",
  attributes: {
    widths,
    src: list("A CSV file of the project to fill the table from, with commas, semicolons or tabs."),
    columns: list("The columns of a CSV file to show, by name or number: Country, 3-5."),
    header: list("The column names of a CSV file without a header."),
    "header-rows": count("1", "The number of header rows in a CSV file."),
    "footer-rows": count("0", "The number of last rows that are sums."),
    "stub-columns": count("0", "The number of first columns that are row headers."),
    total: list("The label of an added row of sums."),
    align: list(
      "The alignment of its columns: left, center or right. Numbers are aligned right; those of a left-aligned column are printed as written.",
    ),
    units: list("The units of its columns, printed once in the header; - for a column without one."),
    delimiter: list("The delimiter of its values, where it is not detected."),
  },
  example: "::table[Caption]{src=data.csv}",
  description: "A numbered table with a caption, optionally filled from a CSV file.",
  container(node, { attributes, properties }) {
    const { label, rest } = splitLabel(node);
    const caption: Paragraph[] = label ? [{ type: "paragraph", children: label, data: { hName: "figcaption" } }] : [];
    const shares = readWidths(attributes.widths);
    const own = { ...properties, dataKind: "table", ...(shares && { dataWidths: shares.join(" ") }) };
    return [element(node, "figure", own, [...rest, ...caption])];
  },
  // One with a readable file has become a block.
  leaf: (node) => (node.children.length === 0 ? [] : [{ type: "paragraph", children: node.children }]),
});

/** Parses widths in per cent, in steps of five, of at least two columns. */
function readWidths(value: string): readonly number[] | undefined {
  const shares = value
    .trim()
    .split(/[\s,]+/)
    .map((word) => Number(word.replace(/%$/, "")));
  const whole = shares.reduce((total, share) => total + share, 0);
  if (shares.length < 2 || shares.length > 30 || !shares.every((share) => share > 0 && share < 1000)) return undefined;
  return shares.map((share) => Math.max(5, Math.round((share / whole) * 20) * 5));
}
