import type { z } from "zod";
import type { SourceLocation } from "../diagnostics/diagnostic.ts";
import { inReadingOrder } from "../diagnostics/order.ts";
import { type RuleName, rules } from "../diagnostics/rules.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { DataText, TextLocation } from "./data-text.ts";
import { parseYaml } from "./parse-yaml.ts";
import { settleShape } from "./settle-shape.ts";

/** Where a piece of YAML stands, and the rule that its shape falls under. */
export interface YamlLocation extends TextLocation {
  readonly rule: RuleName;
}

/** Where the key stands that a path of keys leads to, or the nearest thing around it that is there. */
export type KeyLocation = (...path: readonly string[]) => SourceLocation;

/** A checked value, and where each key of it stands. */
export interface Placed<T> {
  readonly value: T;
  readonly keyLocation: KeyLocation;
}

/** Text to a checked value; every fault at the line and column that has it. An empty text is an empty map. */
export function readYaml<S extends z.ZodType>(text: string, schema: S, location: YamlLocation): Outcome<z.output<S>> {
  const placed = readPlacedYaml(text, schema, location);
  return placed.ok ? succeed(placed.value.value, placed.diagnostics) : placed;
}

/** The same, for what is still to be said about the value later. */
export function readPlacedYaml<S extends z.ZodType>(
  text: string,
  schema: S,
  location: YamlLocation,
): Outcome<Placed<z.output<S>>> {
  const data = parseYaml(text, location);
  if (!data.ok) return data;
  const shaped = checkShape(data.value, schema, location.rule);
  const diagnostics = [...data.diagnostics, ...shaped.diagnostics];
  return shaped.ok ? succeed(shaped.value, diagnostics) : fail(...diagnostics);
}

/**
 * Keys and values as a schema wants them. Under a rule that is no error, what does not fit is left out; under one that
 * is, there is no value then.
 */
function checkShape<S extends z.ZodType>(data: DataText, schema: S, rule: RuleName): Outcome<Placed<z.output<S>>> {
  const { value, diagnostics } = settleShape(data, schema, rule);
  const found = inReadingOrder(diagnostics);
  const isFatal = rules[rule].severity === "error" && found.length > 0;
  if (value === undefined || isFatal) return fail(...found);
  return succeed({ value, keyLocation: (...path) => data.keyAt(path) }, found);
}
