import type { core, z } from "zod";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import { type RuleName, ruleNames, rules } from "../diagnostics/rules.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { DataText, KeyPath } from "./data-text.ts";
import { explainIssue, hintForIssue, isTextWanted, knownKeys, meantIssues } from "./explain-issue.ts";
import { isMap, removeAt, setAt, valueAt } from "./key-paths.ts";

/** The valid part of a value, and the diagnostics of the rest. */
export interface Settled<T> {
  /** Undefined where not even an empty map is valid. */
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Maximum number of rounds: each removes what the previous one reported, and what depends on it. */
const maxRounds = 20;

/**
 * Validates keys and values against a schema. A number in place of a string becomes the string as written. Reports and
 * removes anything else that is invalid. Unknown keys are reported in one diagnostic, unless they are close to known
 * ones or the rule is an error. `alsoKnown`: additional keys of the outermost map.
 */
export function settleShape<S extends z.ZodType>(
  data: DataText,
  schema: S,
  rule: RuleName,
  alsoKnown: readonly string[] = [],
): Settled<z.output<S>> {
  const isFatal = rules[rule].severity === "error";
  const diagnostics: Diagnostic[] = [];
  const removed: KeyPath[] = [];
  const unknown: KeyPath[] = [];
  const asWritten = data.pathAsWritten ?? ((path: KeyPath) => path);
  let value = data.value;
  // The schema library ignores such a key silently.
  for (const path of prototypePaths(value)) {
    value = removeAt(value, path);
    const message = `"${asWritten(path).join(".")}" cannot be a key.`;
    if (isFatal) diagnostics.push(diagnostic(rule, message, undefined, data.keyAt(path)));
    else unknown.push(path);
  }
  for (let round = 0; round < maxRounds; round += 1) {
    const parsed = schema.safeParse(value);
    if (parsed.success) {
      return { value: parsed.data, diagnostics: [...diagnostics, ...reportUnknown(unknown, data)] };
    }
    const gone: KeyPath[] = [];
    for (const issue of parsed.error.issues.flatMap(meantIssues)) {
      if (issue.code === "unrecognized_keys") {
        for (const key of issue.keys) {
          const path = [...issue.path, key];
          gone.push(path);
          const known = knownKeys(schema, issue.path);
          const hint = isFatal
            ? (didYouMean(key, known) ?? `Known keys: ${known.join(", ")}.`)
            : nearMiss(key, [...known, ...(issue.path.length === 0 ? alsoKnown : [])]);
          if (hint === undefined) unknown.push(path);
          else
            diagnostics.push(
              diagnostic(rule, `"${asWritten(path).join(".")}" is not a known key.`, hint, data.keyAt(path)),
            );
        }
        continue;
      }
      const found = valueAt(value, issue.path);
      if (isTextWanted(issue) && (typeof found === "number" || typeof found === "boolean")) {
        value = setAt(value, issue.path, data.written(issue.path) ?? String(found));
        continue;
      }
      const path = found === undefined ? issue.path.slice(0, -1) : issue.path;
      gone.push(path);
      if (removed.some((keyPath) => startsWith(keyPath, path))) continue;
      const place = data.valueAt(issue.path);
      const message = explainIssue(issue, value, asWritten(issue.path));
      diagnostics.push(diagnostic(ruleOf(issue) ?? rule, message, hintForIssue(issue, value), place));
    }
    if (gone.some((path) => path.length === 0)) value = {};
    else value = removeAll(value, gone);
    removed.push(...gone);
  }
  return { value: undefined, diagnostics: [...diagnostics, ...reportUnknown(unknown, data)] };
}

/** Returns the paths of own keys named `__proto__`. */
function prototypePaths(value: unknown, path: KeyPath = []): KeyPath[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): KeyPath[] => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    return key === "__proto__" ? [here] : prototypePaths(inner, here);
  });
}

/** Removes the keys of the outermost map together: there may be thousands. */
function removeAll(value: unknown, paths: readonly KeyPath[]): unknown {
  const outermost = new Set(paths.filter(({ length }) => length === 1).map(([step]) => step));
  const rest = isMap(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !outermost.has(key))) : value;
  const inner = isMap(value) ? paths.filter(({ length }) => length !== 1) : paths;
  return inner.toSorted(lastFirst).reduce(removeAt, rest);
}

function startsWith(path: KeyPath, beginning: KeyPath): boolean {
  return beginning.every((step, index) => path[index] === step);
}

/** Orders paths so that later items of a list are removed first, and earlier ones keep their indices. */
function lastFirst(a: KeyPath, b: KeyPath): number {
  const index = a.findIndex((step, position) => step !== b[position]);
  const [left, right] = [a[index], b[index]];
  return typeof left === "number" && typeof right === "number" ? right - left : b.length - a.length;
}

/** Stricter than `didYouMean`: another tool's key is not a misspelling of ours. */
function nearMiss(key: string, known: readonly string[]): string | undefined {
  // In very short words one letter makes another word: "loc" is not "toc".
  const isLike = (candidate: string): boolean => key.length > 3 || candidate.startsWith(key);
  const near = known.filter(
    (candidate) => isLike(candidate) && Math.abs(candidate.length - key.length) <= 2 && isOneSlip(key, candidate),
  );
  return didYouMean(key, near);
}

/**
 * Reports whether a key differs by one insertion, deletion, substitution or transposition, or two if longer than seven
 * letters.
 */
function isOneSlip(key: string, candidate: string): boolean {
  const [a, b] = [key.toLowerCase().replaceAll(/[-_]/g, ""), candidate.replaceAll("-", "")];
  return slips(a, b) <= (Math.min(a.length, b.length) > 7 ? 2 : 1);
}

/** Returns the Damerau–Levenshtein distance (optimal string alignment). */
function slips(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const at = (up: number, left: number): number => rows[i - up]?.[j - left] ?? Infinity;
      const crossed = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(2, 2) + 1 : Infinity;
      row.push(Math.min((row[j - 1] ?? 0) + 1, at(1, 0) + 1, at(1, 1) + same, crossed));
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

function reportUnknown(paths: readonly KeyPath[], data: DataText): Diagnostic[] {
  const [first] = paths;
  if (!first) return [];
  const names = paths.map((path) => `"${(data.pathAsWritten?.(path) ?? path).join(".")}"`).join(", ");
  const isOne = paths.length === 1;
  const message = isOne ? `The key ${names} is not known.` : `These keys are not known: ${names}.`;
  const hint = isOne ? "It is left out." : "They are left out.";
  return [diagnostic("keyKnown", message, hint, data.keyAt(first))];
}

/** Returns the rule that a field's refinement names in `params: { rule }`, if any. */
function ruleOf(issue: core.$ZodIssue): RuleName | undefined {
  const named: unknown = issue.code === "custom" ? issue.params?.["rule"] : undefined;
  return ruleNames.find((name) => name === named);
}
