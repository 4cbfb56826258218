import type { z } from "zod";
import type { SourceLocation } from "../diagnostics/diagnostic.ts";
import { inReadingOrder } from "../diagnostics/order.ts";
import { type RuleName, rules } from "../diagnostics/rules.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { DataText, TextLocation } from "./data-text.ts";
import { parseYaml } from "./parse-yaml.ts";
import { settleShape } from "./settle-shape.ts";

/** Location of a YAML text, and the rule for schema issues. */
export interface YamlLocation extends TextLocation {
  readonly rule: RuleName;
}

/** Returns the location of the key at a path, or of its nearest existing ancestor. */
export type KeyLocation = (...path: readonly string[]) => SourceLocation;

/** A parsed value with the locations of its keys. */
export interface Placed<T> {
  readonly value: T;
  readonly keyLocation: KeyLocation;
}

/** Parses YAML with a schema. Every issue has a line and column. An empty text is an empty map. */
export function readYaml<S extends z.ZodType>(text: string, schema: S, location: YamlLocation): Outcome<z.output<S>> {
  const placed = readPlacedYaml(text, schema, location);
  return placed.ok ? succeed(placed.value.value, placed.diagnostics) : placed;
}

/** Parses YAML with a schema, and keeps the locations of keys for later diagnostics. */
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
 * Validates data against a schema. If the rule is an error, invalid data have no value; otherwise, invalid parts are
 * left out.
 */
function checkShape<S extends z.ZodType>(data: DataText, schema: S, rule: RuleName): Outcome<Placed<z.output<S>>> {
  const { value, diagnostics } = settleShape(data, schema, rule);
  const found = inReadingOrder(diagnostics);
  const isFatal = rules[rule].severity === "error" && found.length > 0;
  if (value === undefined || isFatal) return fail(...found);
  return succeed({ value, keyLocation: (...path) => data.keyAt(path) }, found);
}
