import type { SourcePoint } from "../model/diagnostic.ts";
import type { KeyPath } from "./data-text.ts";

/**
 * Finds a key in the source of a configuration module, where the value that it exports by default is written as a
 * literal: `export default { … }`, `export default defineConfig({ … })`, or a constant of that. Returns the position
 * of the innermost key that is written there, and `undefined` if there is none: no module is run or parsed for it.
 */
export function locateKey(source: string, path: KeyPath): SourcePoint | undefined {
  const start = startOfExport(source);
  const index = start === undefined ? undefined : indexOfKey(source, start, path);
  if (index === undefined) return undefined;
  const before = source.slice(0, index).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

const name = String.raw`[\p{ID_Start}$_][\p{ID_Continue}$]*`;
const exported = /(?:^|[\n;])[ \t]*export\s+default\b/u;

/** Returns where the exported value begins, within the calls around it. */
function startOfExport(source: string): number | undefined {
  const found = exported.exec(source);
  if (!found) return undefined;
  const start = skipBlank(source, found.index + found[0].length);
  const constant = new RegExp(`^(${name})\\s*(?:;|$|\\n)`, "u").exec(source.slice(start));
  if (!constant) return withinCalls(source, start);
  const written = new RegExp(`\\b(?:const|let|var)\\s+${constant[1]?.replaceAll("$", "\\$")}\\b[^=]*=(?![=>])`, "u");
  const declared = written.exec(source);
  return declared ? withinCalls(source, skipBlank(source, declared.index + declared[0].length)) : undefined;
}

function withinCalls(source: string, start: number): number {
  const call = new RegExp(`^(?:await\\s+)?${name}\\s*\\(`, "u").exec(source.slice(start));
  return call ? withinCalls(source, skipBlank(source, start + call[0].length)) : start;
}

/** Returns the index of the innermost key of the path, from a value's first character. */
function indexOfKey(source: string, value: number, path: KeyPath): number | undefined {
  const [step, ...rest] = path;
  const start = withinCalls(source, value);
  const opening = source[start];
  if (step === undefined || (opening !== "{" && opening !== "[")) return undefined;
  const key = new RegExp(`(?:"((?:[^"\\\\\\n]|\\\\.)*)"|'((?:[^'\\\\\\n]|\\\\.)*)'|(${name}|\\d+))\\s*:`, "uy");
  let index = skipBlank(source, start + 1);
  for (let item = 0; index < source.length && !/[}\]]/.test(source[index] ?? ""); item += 1) {
    const begin = index;
    key.lastIndex = index;
    const written = opening === "{" ? key.exec(source) : undefined;
    const found = opening === "[" ? item : (written?.[1] ?? written?.[2] ?? written?.[3]);
    const next = skipBlank(source, begin + (written?.[0].length ?? 0));
    if (String(found) === String(step)) return indexOfKey(source, next, rest) ?? begin;
    const end = endOfValue(source, next);
    index = source[end] === "," ? skipBlank(source, end + 1) : end;
  }
  return undefined;
}

/** Returns the index of the comma or bracket behind a value. */
function endOfValue(source: string, start: number): number {
  let depth = 0;
  let index = start;
  while (index < source.length) {
    const sign = source[index] ?? "";
    if (depth === 0 && /[,}\])]/.test(sign)) return index;
    if (/[{[(]/.test(sign)) depth += 1;
    if (/[}\])]/.test(sign)) depth -= 1;
    index = /["'`]/.test(sign) ? endOfText(source, index) : Math.max(index + 1, skipBlank(source, index));
  }
  return index;
}

/** Returns the index behind a string or a template, in which a backslash escapes the next character. */
function endOfText(source: string, start: number): number {
  let index = start + 1;
  while (index < source.length && source[index] !== source[start]) index += source[index] === "\\" ? 2 : 1;
  return index + 1;
}

/** Returns the index behind white space and comments. */
function skipBlank(source: string, start: number): number {
  const blank = /(?:\s+|\/\/[^\n\r]*|\/\*[^]*?\*\/)*/y;
  blank.lastIndex = start;
  return start + (blank.exec(source)?.[0].length ?? 0);
}
