import { type Alias, type Document, isMap, isNode, LineCounter, parseDocument, visit } from "yaml";
import type { core, z } from "zod";
import { didYouMean } from "../diagnostics/nearest.ts";
import { diagnostic, type SourceLocation } from "../diagnostics/diagnostic.ts";
import { inReadingOrder } from "../diagnostics/order.ts";
import { type RuleName, ruleNames } from "../diagnostics/rules.ts";
import type { Diagnostic, SourcePoint } from "../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import { explainIssue, hintForIssue, knownKeys, meantIssues } from "./explain-issue.ts";

/** Where a piece of YAML stands: the file, how many lines stand before it, and the rule its shape falls under. */
export interface YamlLocation {
  readonly file: string;
  readonly linesBefore?: number;
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
export function readYaml<S extends z.ZodType>(text: string, schema: S, spot: YamlLocation): Outcome<z.output<S>> {
  const placed = readPlacedYaml(text, schema, spot);
  return placed.ok ? succeed(placed.value.value, placed.diagnostics) : placed;
}

/** The same, for what is still to be said about the value later. */
export function readPlacedYaml<S extends z.ZodType>(
  text: string,
  schema: S,
  spot: YamlLocation,
): Outcome<Placed<z.output<S>>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  const placeOf = (offset: number): SourcePoint => {
    const { line, col } = lines.linePos(offset);
    return { line: line + (spot.linesBefore ?? 0), column: col };
  };
  const at = (offset: number) => ({ file: spot.file, position: { start: placeOf(offset) } });

  if (document.errors.length > 0) {
    return fail(
      ...document.errors
        .slice(0, mostErrors)
        .map((error) => diagnostic("yamlParses", explain(error.message), yamlHint(error.code), at(error.pos[0]))),
    );
  }
  const lost = findLostAliases(document);
  if (lost.length > 0) {
    const hint = "An asterisk begins an alias in YAML; put a text that begins with one between quotation marks.";
    return fail(
      ...lost.map((alias) =>
        diagnostic("yamlParses", `Nothing is called "${alias.source}".`, hint, at(alias.range?.[0] ?? 0)),
      ),
    );
  }
  let value: unknown;
  try {
    value = document.toJS() ?? {};
  } catch (error) {
    // Aliases that multiply without end ("billion laughs") are refused by the library.
    const message = error instanceof ReferenceError ? "The aliases (*name) repeat too much." : String(error);
    return fail(diagnostic("yamlParses", message, "Write the values out.", at(0)));
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    const keyLocation: KeyLocation = (...path) => at(keyOffset(document, path.slice(0, -1), path.at(-1) ?? ""));
    return succeed({ value: parsed.data, keyLocation });
  }
  const issues = parsed.error.issues.flatMap(meantIssues);
  const diagnostics = issues.flatMap((issue) => toDiagnostics(issue, value, document, schema, spot.rule, at));
  return fail(...inReadingOrder(diagnostics));
}

function findLostAliases(document: Document): Alias[] {
  const lost: Alias[] = [];
  visit(document, { Alias: (_, alias) => void (alias.resolve(document) ?? lost.push(alias)) });
  return lost;
}

type At = (offset: number) => { file: string; position: { start: SourcePoint } };

function toDiagnostics(
  issue: core.$ZodIssue,
  value: unknown,
  document: Document,
  schema: z.ZodType,
  rule: RuleName,
  at: At,
): Diagnostic[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const known = knownKeys(schema, issue.path);
      const hint = didYouMean(key, known) ?? `Known keys: ${known.join(", ")}.`;
      return diagnostic(
        rule,
        `"${[...issue.path, key].join(".")}" is not a known key.`,
        hint,
        at(keyOffset(document, issue.path, key)),
      );
    });
  }
  const message = explainIssue(issue, value);
  return [
    diagnostic(ruleOf(issue) ?? rule, message, hintForIssue(issue, value), at(valueOffset(document, issue.path))),
  ];
}

/** A field may name a rule of its own for its complaint (`params: { rule }` of a refinement). */
function ruleOf(issue: core.$ZodIssue): RuleName | undefined {
  const named: unknown = issue.code === "custom" ? issue.params?.["rule"] : undefined;
  return ruleNames.find((name) => name === named);
}

/** Offset of the value at a path, or of the nearest thing around it that is there. */
function valueOffset(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function keyOffset(document: Document, path: readonly PropertyKey[], key: string): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(map) ? map.items.find((item) => isNode(item.key) && String(item.key) === key) : undefined;
  return isNode(pair?.key) && pair.key.range ? pair.key.range[0] : valueOffset(document, path);
}

/** One slip can make errors of all that follows. */
const mostErrors = 5;

function explain(message: string): string {
  if (message.includes("call stack")) return "This is nested too deeply to be read.";
  return `${message.split("\n")[0]?.replace(/\.$/, "") ?? ""}.`;
}

function yamlHint(code: string): string | undefined {
  const hints: Record<string, string> = {
    TAB_AS_INDENT: "Indent with spaces, not tabs.",
    DUPLICATE_KEY: "Keep one of the two.",
    BLOCK_AS_IMPLICIT_KEY: 'Put a value that contains ": " between quotation marks.',
    MULTILINE_IMPLICIT_KEY: 'Put a value that contains ": " between quotation marks.',
  };
  return hints[code];
}
