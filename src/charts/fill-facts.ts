import type { Facts } from "../config/facts-file.ts";
import type { ChartBlock } from "../config/chart-block.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import { diagnostic, type SourceLocation } from "../diagnostics/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { Cell } from "./plot.ts";

export interface FilledRows {
  readonly rows: readonly Readonly<Record<string, Cell>>[];
  /** The ids of the facts whose values are in the rows. */
  readonly facts: readonly string[];
}

/** Returns the rows of a block with the values of the facts that they name: `{ fact: id }`. */
export function fillFacts(
  written: Exclude<ChartBlock["data"], string>,
  known: Facts,
  location: SourceLocation,
): Outcome<FilledRows> {
  const used = new Set<string>();
  const unknown = new Set<string>();
  const toValue = (cell: (typeof written)[number][string]): Cell => {
    if (cell === null || typeof cell !== "object") return cell;
    const fact = known.get(cell.fact);
    (fact ? used : unknown).add(cell.fact);
    return fact?.value ?? null;
  };
  const rows = written.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, toValue(cell)] as const)),
  );
  const diagnostics = Array.from(unknown, (id) => {
    const hint = didYouMean(id, [...known.keys()]) ?? "Facts are in facts.yaml beside the text.";
    return diagnostic("factDefined", `There is no fact "${id}".`, hint, location);
  });
  return diagnostics.length > 0 ? fail(...diagnostics) : succeed({ rows, facts: [...used] });
}
