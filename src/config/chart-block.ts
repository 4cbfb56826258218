import { z } from "zod";
import { text } from "./fields.ts";

/** Accepts a column name alone, or a column with more keys. */
function column<S extends z.ZodRawShape>(shape: S) {
  const full = z.strictObject(shape);
  return z.union([text.transform((field) => ({ field }) as unknown as z.output<typeof full>), full]);
}

const cell = z.union([z.number(), z.string(), z.null(), z.strictObject({ fact: text })]);

/** Keys that describe any chart. */
const described = {
  id: text.optional(),
  caption: text,
  source: text.optional(),
  summary: text,
};

const chart = z
  .strictObject({
    kind: z.string(),
    data: z.union([text, z.array(z.record(z.string(), cell)).min(1, "must have a row.")]),
    x: column({ field: text, title: text.optional() }),
    y: column({
      field: text.optional(),
      title: text.optional(),
      unit: text.optional(),
      "from-zero": z.boolean().optional(),
    }),
    series: z
      .union([text, z.array(column({ field: text, label: text.optional() })).min(1, "must name a column.")])
      .optional(),
    break: z.strictObject({ after: z.union([z.number(), text]), label: text }).optional(),
    ...described,
  })
  .refine(({ series, y }) => Array.isArray(series) || y.field !== undefined, {
    path: ["y"],
    message: "name the column with the numbers (field), or list the columns under series.",
  });

export type ChartBlock = z.output<typeof chart>;

/** What a kind of chart allows its block to say. */
export interface ChartKindRule {
  /** The word that selects it. */
  readonly kind: string;
  /** Whether it is read by positions, so that its axis need not start at zero. */
  readonly byPosition?: boolean;
  /** Whether its rows have no order. */
  readonly unordered?: boolean;
}

/** YAML of a fenced `chart` block of one of these kinds. */
export function chartBlock(rules: readonly ChartKindRule[]): z.ZodType<ChartBlock> {
  const ruleOf = (name: string) => rules.find(({ kind }) => kind === name);
  return chart
    .safeExtend({ kind: z.enum(rules.map(({ kind }) => kind)) })
    .refine(({ kind, y }) => ruleOf(kind)?.byPosition === true || y["from-zero"] !== false, {
      path: ["y", "from-zero"],
      message: "bars and areas are read by their size, so they start at zero.",
    })
    .refine((block) => ruleOf(block.kind)?.unordered !== true || block.break === undefined, {
      path: ["break"],
      message: "a dot chart has no order in which something could break.",
    });
}

/** The part of a Vega-Lite specification that Offprint reads: its own keys under `usermeta`. */
export const vegaLiteBlock = z.looseObject({ usermeta: z.looseObject(described) });
