import type { z } from "zod";
import { didYouMean } from "../diagnostics/nearest.ts";
import type { Report } from "../diagnostics/report.ts";
import type { RuleName } from "../diagnostics/rules.ts";
import { carriedAttributes } from "./carried-attributes.ts";
import type { AttributeShape, Directive, Properties, ReadAttributes } from "./directive.ts";

/** How a schema words an invalid value: its message follows the quoted value. */
export interface IssueParams {
  readonly hint: string;
  readonly rule?: RuleName;
  /** The complete message, where it does not begin with the value. */
  readonly message?: string;
}

/** A directive in a text. */
type Attributed = NonNullable<Parameters<Report>[1]> & {
  readonly attributes?: Readonly<Record<string, string | null | undefined>> | null | undefined;
};

/** Parses the attributes of a directive with its schemas. Reports invalid values and treats them as absent. */
export function readAttributes<Shape extends AttributeShape>(
  { attributes: shape, carries = true, name }: Directive<Shape>,
  node: Attributed,
  report: Report,
): ReadAttributes<Shape> {
  const entries = Object.entries(node.attributes ?? {}).map(([key, value]) => [key, value ?? ""] as const);
  const own = new Map(entries.filter(([key]) => Object.hasOwn(shape, key)));
  const others = Object.fromEntries(entries.filter(([key]) => !own.has(key)));
  const invalid = new Set<string>();
  const read = Object.entries(shape).map(([key, schema]) => {
    const result = schema.safeParse(own.get(key));
    if (result.success) return [key, result.data];
    invalid.add(key);
    reportIssues(result.error, own.get(key) ?? "", node, report);
    return [key, schema.parse(undefined)];
  });
  const names = Object.keys(shape);
  if (!carries) reportOthers(Object.keys(others), names, name, node, report);
  return {
    attributes: Object.fromEntries(read) as ReadAttributes<Shape>["attributes"],
    invalid,
    properties: carries ? propertiesOf(others, names, node, report) : {},
  };
}

/** Returns the common attributes of a directive besides its own. */
export function carriedProperties(node: Attributed, own: readonly string[], report: Report): Properties {
  const entries = Object.entries(node.attributes ?? {}).filter(([name]) => !own.includes(name));
  const others = Object.fromEntries(entries.map(([name, value]) => [name, value ?? ""]));
  return propertiesOf(others, own, node, report);
}

function reportIssues({ issues }: z.ZodError, value: string, node: Attributed, report: Report): void {
  for (const issue of issues) {
    const params: Partial<IssueParams> = issue.code === "custom" ? (issue.params ?? {}) : {};
    report(params.rule ?? "attributeKnown", node, params.message ?? `"${value}" ${issue.message}`, params.hint);
  }
}

function reportOthers(
  others: readonly string[],
  known: readonly string[],
  name: string,
  node: Attributed,
  report: Report,
) {
  for (const other of others) {
    const list = known.length > 0 ? `Known attributes: ${known.join(", ")}.` : "It has no attributes.";
    report("attributeKnown", node, `"${name}" has no attribute "${other}".`, didYouMean(other, known) ?? list);
  }
}

function propertiesOf(
  { class: classes, ...others }: Readonly<Record<string, string>>,
  own: readonly string[],
  node: Attributed,
  report: Report,
): Properties {
  return { ...carriedAttributes(others, node, report, own), ...(classes && { className: classes.split(/\s+/) }) };
}
