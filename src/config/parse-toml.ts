import { parse, TomlDate, TomlError } from "smol-toml";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { DataText, KeyPath, TextLocation } from "./data-text.ts";

/** Parses TOML 1.0 (https://toml.io/en/v1.0.0); dates stay strings, as in YAML. */
export function parseToml(text: string, { file, linesBefore = 0 }: TextLocation): Outcome<DataText> {
  const at = (line: number, column = 1) => ({ file, position: { start: { line: line + linesBefore, column } } });
  try {
    const value = withoutDates(parse(text));
    const place = (path: KeyPath) => at(lineOfKey(text, path));
    return succeed({ value, keyAt: place, valueAt: place, written: () => undefined });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [message = ""] = error.message.replace("Invalid TOML document: ", "").split("\n");
    return fail(diagnostic("yamlParses", `This is not TOML: ${message}.`, undefined, at(error.line, error.column)));
  }
}

function withoutDates(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(withoutDates);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutDates(inner)]));
}

/** The TOML parser gives no locations, so this returns the first line that sets the innermost key of the path. */
function lineOfKey(text: string, path: KeyPath): number {
  const lines = text.split("\n");
  for (const key of path.toReversed().filter((step) => typeof step === "string")) {
    const index = lines.findIndex(
      (line) => /[=\]]/.test(line) && /^[\s["]*([^"=\]]+)/.exec(line)?.[1]?.trimEnd() === key,
    );
    if (index >= 0) return index + 1;
  }
  return 1;
}
