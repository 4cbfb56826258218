import { calloutNames } from "../../i18n/messages.ts";
import type { Dialect } from "./dialect.ts";

const opener = /^( {0,3})(`{3,}|:{3,}|~{3,})[ \t]*\{([a-z][\w:-]*)\}[ \t]*(.*?)[ \t]*$/;
const option = /^[ \t]*:[\w-]+:(?:[ \t].*)?$/;
const anyFence = /^ {0,3}(`{3,}|~{3,})(?!.*`)/;

/** Admonitions of MyST and what Offprint calls them. */
const boxes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(calloutNames.map((name) => [name, name])),
  admonition: "note",
  attention: "warning",
  danger: "caution",
  error: "caution",
  hint: "tip",
  seealso: "note",
  exercise: "example",
};
const codes = new Set(["code-block", "code", "code-cell", "sourcecode"]);

/** MyST's directives in backticks or colons: boxes, code and formulas. */
export const myst: Dialect = {
  name: "MyST directives ({note}, {code-block}, {math})",
  read(_, { texts }) {
    const read = new Map<number, string>();
    readRange(texts, 0, texts.length, read);
    return read;
  },
};

function readRange(texts: readonly string[], from: number, to: number, read: Map<number, string>): void {
  for (let index = from; index < to; index += 1) {
    const text = texts[index] ?? "";
    const [, indent = "", marks, name = "", argument = ""] = opener.exec(text) ?? [];
    const fence = marks ?? anyFence.exec(text)?.[1];
    if (fence === undefined) continue;
    const end = findEnd(texts, index + 1, to, fence);
    if (end === undefined) continue;
    if (marks !== undefined) readDirective({ texts, index, end, indent, name, argument, read });
    // What stands in other code is code.
    index = end;
  }
}

function findEnd(texts: readonly string[], from: number, to: number, fence: string): number | undefined {
  const closing = new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*$`);
  const end = texts.slice(from, to).findIndex((text) => closing.test(text));
  return end < 0 ? undefined : from + end;
}

interface Directive {
  readonly texts: readonly string[];
  readonly index: number;
  readonly end: number;
  readonly indent: string;
  readonly name: string;
  readonly argument: string;
  readonly read: Map<number, string>;
}

function readDirective({ texts, index, end, indent, name, argument, read }: Directive): void {
  const box = Object.hasOwn(boxes, name) ? boxes[name] : undefined;
  let [open, close] = ["", ""];
  if (box !== undefined) [open, close] = [`::: ${box} ${argument}`.trimEnd(), ":::"];
  else if (name === "math") [open, close] = ["$$", "$$"];
  else if (codes.has(name)) [open, close] = ["`".repeat(9) + argument, "`".repeat(9)];
  else return;
  read.set(index + 1, `${indent}${open}`);
  read.set(end + 1, `${indent}${close}`);
  let body = index + 1;
  while (body < end && option.test(texts[body] ?? "")) {
    // An empty line would end a formula's block and be a line of code: such options are rare there, and are left out.
    read.set(body + 1, "");
    body += 1;
  }
  if (box !== undefined) readRange(texts, body, end, read);
}
