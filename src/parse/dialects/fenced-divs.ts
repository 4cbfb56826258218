import { calloutName, withBoxClass, writeBox } from "./callouts.ts";
import type { Dialect, DialectLine } from "./dialect.ts";
import { layoutClasses } from "./layout.ts";
import { readPandocAttributes, writeAttributes } from "./pandoc-attributes.ts";

const opener = /^((?:[ \t]|>|(?:[*+-]|\d{1,9}[.)])[ \t]+(?=\S))*)(:{3,})([ \t]*)([^\s:].*)$/;
/** A directive of MyST, which begins with its name: `{tip}`, `{tip icon=false}`. */
const mystHead = /^\{[a-zA-Z][\w:.+-]*(?:[ \t][^{}]*)?\}/;
const closer = /^((?:[ \t]|>)*)(:{3,})[ \t]*$/;

/** Quarto's format names (https://quarto.org/docs/authoring/conditional.html). */
const formats: readonly (readonly [string, RegExp])[] = [
  ["handout", /^(?:pdf|latex|beamer|typst)$/],
  ["ebook", /^epub$/],
  ["web,ebook", /^(?:html|html:js|revealjs|web)$/],
  ["docx", /^docx$/],
];

interface Open {
  readonly line: number;
  readonly indent: string;
  /** Undefined for a block that is read elsewhere; only its closing line is needed here. */
  readonly rest: string | undefined;
  height: number;
}

/**
 * `:::warning Title`, `::: tip`, `::: {.callout-note title="…"}` and `:::: {.columns}`. In these tools a closing line
 * ends the innermost block whatever its length; fences are rewritten so that outer ones are longer.
 */
export const fencedDivs: Dialect = {
  name: "fenced divs (pandoc, Quarto, Docusaurus, VitePress)",
  read(lines, { texts }) {
    const inCode = closersInCode(lines, texts);
    const isRead = lines.some(({ text }) => isForeign(text)) || endsInCode(lines, inCode);
    return isRead ? rewrite(lines, inCode) : new Map();
  },
};

interface CodeCloser {
  readonly line: number;
  readonly length: number;
}

/** Lines of code that are nothing but colons: remark-directive would end the block around the code there. */
function closersInCode(lines: readonly DialectLine[], texts: readonly string[]): CodeCloser[] {
  const prose = new Set(lines.map(({ line }) => line));
  return texts.flatMap((text, index) => {
    const length = closer.exec(text)?.[2]?.length;
    return length === undefined || prose.has(index + 1) ? [] : [{ line: index + 1, length }];
  });
}

/** Reports whether a line of code would end a block around it. */
function endsInCode(lines: readonly DialectLine[], inCode: readonly CodeCloser[]): boolean {
  const open: number[] = [];
  let passed = 0;
  for (const { line, text } of lines) {
    for (; (inCode[passed]?.line ?? line) < line; passed += 1)
      if ((open.at(-1) ?? Infinity) <= (inCode[passed]?.length ?? 0)) return true;
    const [, , marks, , rest = ""] = opener.exec(text) ?? [];
    if (marks !== undefined && withoutEnd(rest) !== "") open.push(marks.length);
    else if (closer.test(text)) open.pop();
  }
  return false;
}

/** Reports whether remark-directive does not read it, or Offprint has another name for the box. */
function isForeign(text: string): boolean {
  const [, , , space = "", rest = ""] = opener.exec(text) ?? [];
  return readHead(space, withoutEnd(rest)) !== undefined;
}

/** Removes trailing colons. */
function withoutEnd(rest: string): string {
  let end = rest.trimEnd().length;
  while (rest[end - 1] === ":") end -= 1;
  return rest.slice(0, end).trimEnd();
}

function rewrite(lines: readonly DialectLine[], inCode: readonly CodeCloser[]): Map<number, string> {
  const read = new Map<number, string>();
  const open: Open[] = [];
  let passed = 0;
  for (const { line, text } of lines) {
    for (; (inCode[passed]?.line ?? line) < line; passed += 1) {
      const around = open.at(-1);
      if (around) around.height = Math.max(around.height, (inCode[passed]?.length ?? 0) - 2);
    }
    const [, indent = "", , space = "", behind = ""] = opener.exec(text) ?? [];
    const rest = withoutEnd(behind);
    if (rest !== "") {
      const head = readHead(space, rest) ?? (space === "" && /^[a-z]/i.test(rest) ? rest : undefined);
      const isMyst = mystHead.test(rest);
      if (head !== undefined || isMyst) open.push({ line, indent, rest: head, height: 0 });
      continue;
    }
    const [, closingIndent] = closer.exec(text) ?? [];
    const innermost = closingIndent === undefined ? undefined : open.pop();
    if (closingIndent === undefined || !innermost) continue;
    if (innermost.rest === undefined) continue;
    const marks = ":".repeat(3 + innermost.height);
    read.set(innermost.line, `${innermost.indent}${marks}${innermost.rest}`);
    read.set(line, `${closingIndent}${marks}`);
    const outer = open.at(-1);
    if (outer) outer.height = Math.max(outer.height, innermost.height + 1);
  }
  // An unclosed block is still rewritten, and later reported as not closed.
  for (const { line, indent, rest, height } of open)
    if (rest !== undefined) read.set(line, `${indent}${":".repeat(3 + height)}${rest}`);
  for (const { line, text } of lines) if (read.get(line) === text.trimEnd()) read.delete(line);
  return read;
}

/** Converts what follows the colons to a directive; undefined where it already is one, or is something else. */
function readHead(space: string, rest: string): string | undefined {
  if (rest.startsWith("{") && rest.endsWith("}") && !mystHead.test(rest)) return readBraces(rest.slice(1, -1));
  const [, name = "", behind = ""] = /^([A-Za-z][\w-]*)(?![\w[{=-])[ \t]*(.*)$/.exec(rest) ?? [];
  if (name === "") {
    const [, labelled = "", label = ""] = /^([A-Za-z][\w-]*)(\[.*)$/.exec(rest) ?? [];
    const alias = calloutName(labelled);
    return alias === undefined || alias === labelled ? undefined : `${alias}${label}`;
  }
  const known = calloutName(name);
  if (known !== undefined && (space !== "" || behind !== "" || known !== name)) {
    const [, before = "", attributes = ""] = /^(.*?)[ \t]*(\{[^{}]*\})?$/.exec(behind) ?? [];
    return writeBox(known, before, withBoxClass(attributes, name));
  }
  return space !== "" && behind === "" ? `div{.${name}}` : undefined;
}

function readBraces(inner: string): string | undefined {
  const { id, classes, values } = readPandocAttributes(inner);
  const callout = classes.find((name) => calloutName(name) !== undefined);
  const condition = /^content-(visible|hidden)$/.exec(classes.find((name) => name.startsWith("content-")) ?? "")?.[1];
  const named = values.get("when-format") ?? values.get("unless-format") ?? "";
  const format = formats.find(([, names]) => names.test(named))?.[0];
  if (condition !== undefined && format !== undefined) {
    const isFor = (condition === "visible") === values.has("when-format");
    return `${isFor ? "only" : "not"}{edition="${format}"}`;
  }
  const profile = values.get("when-profile") ?? values.get("unless-profile");
  if (condition !== undefined && profile !== undefined) {
    const isFor = (condition === "visible") === values.has("when-profile");
    return `${isFor ? "only" : "not"}{profile="${profile}"}`;
  }
  if (callout === undefined) {
    return `div${writeAttributes(id, [...new Set([...classes, ...layoutClasses({ classes, values })])], values)}`;
  }
  const title = values.get("title") ?? values.get("name") ?? "";
  return writeBox(calloutName(callout) ?? "note", title, withBoxClass(writeAttributes(id, [], values), callout));
}
