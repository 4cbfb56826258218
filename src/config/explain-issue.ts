import { z } from "zod";
import { valueAt } from "./key-paths.ts";

const kinds: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a map of keys and values",
  record: "a map of keys and values",
};

/** Words a schema issue for people who write YAML; `path` as the author wrote it. */
export function explainIssue(
  issue: z.core.$ZodIssue,
  root: unknown,
  path: readonly PropertyKey[] = issue.path,
): string {
  const name = path.length > 0 ? `"${path.join(".")}"` : "This";
  const found = valueAt(root, issue.path);
  switch (issue.code) {
    case "invalid_type":
      if (found === undefined) return `${name} is missing; it must be ${kinds[issue.expected] ?? issue.expected}.`;
      return `${name} must be ${kinds[issue.expected] ?? issue.expected}, but is ${describe(found)}.`;
    case "invalid_value":
      return `${name} must be one of: ${issue.values.map(String).join(", ")}; it is ${describe(found)}.`;
    case "invalid_union":
      return `${name} must be ${alternatives(issue)}, but is ${describe(found)}.`;
    case "invalid_key":
      return `${name}: ${issue.issues[0]?.message ?? issue.message}`;
    default:
      return `${name}: ${issue.message}`;
  }
}

/** Returns the issues of the union alternative that has the type of the given value. */
export function meantIssues(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const meant = issue.errors.find((errors) => errors.every((error) => !isOfKind(error)));
  if (!meant) return [issue];
  return meant.flatMap(meantIssues).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** Reports whether the issue is about the type of the whole value. */
function isOfKind(issue: z.core.$ZodIssue): issue is z.core.$ZodIssueInvalidType {
  return issue.code === "invalid_type" && issue.path.length === 0;
}

function alternatives(union: z.core.$ZodIssueInvalidUnion): string {
  const expected = union.errors.flat().filter(isOfKind);
  return (
    [...new Set(expected.map((issue) => kinds[issue.expected] ?? issue.expected))].join(" or ") || "of another kind"
  );
}

/** Reports whether the schema expects a string and would accept no number, so that the scalar as written is meant. */
export function isTextWanted(issue: z.core.$ZodIssue): boolean {
  if (issue.code === "invalid_type") return issue.expected === "string";
  if (issue.code !== "invalid_union") return false;
  const kindsWanted = issue.errors.flat().flatMap((error) => (isOfKind(error) ? [error.expected] : []));
  return kindsWanted.includes("string") && !kindsWanted.includes("number") && !kindsWanted.includes("boolean");
}

/** Returns a hint, where YAML's interpretation of the value is the likely cause. */
export function hintForIssue(issue: z.core.$ZodIssue, root: unknown): string | undefined {
  const found = valueAt(root, issue.path);
  const isBare = typeof found === "number" || typeof found === "boolean";
  const wantsText = issue.code === "invalid_type" && issue.expected === "string";
  return wantsText && isBare ? `Put it between quotation marks: "${found}".` : undefined;
}

/** Returns the keys of the object schema at a path, for "did you mean". */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let here: unknown = schema;
  for (const step of path) here = stepInto(unwrap(here), step);
  const object = unwrap(here);
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
}

function stepInto(schema: unknown, step: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) return (schema.shape as Record<PropertyKey, unknown>)[step];
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  return undefined;
}

/** Unwraps optional, default, transform and union schemas to the object or list in them. */
function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return unwrap(schema.unwrap());
  }
  if (schema instanceof z.ZodPipe) return unwrap(schema.in);
  if (schema instanceof z.ZodUnion) {
    return schema.options.map(unwrap).find((option) => option instanceof z.ZodObject || option instanceof z.ZodArray);
  }
  return schema;
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map of keys and values";
  const shown = JSON.stringify(value);
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
}
