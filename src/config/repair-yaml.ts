import { parseDocument } from "yaml";
import { limits } from "../model/limits.ts";

const maxRepairs = 20;
/** Maximum number of characters, because each repair parses all of them again. */
const maxLength = 50_000;

function countAliases(text: string): number {
  return Array.from(text.matchAll(/(?<=[\s,[{])\*[^\s,[\]{}]/g)).length;
}

/** A line with a key or a list item and a plain value that starts with no quotation mark or bracket. */
const plainLine = /^(\s*(?:- +)?[^\s:#"'-][^:\n]*:[ \t]+|\s*- +)(?![["'{|>&!])(\S.*)$/;

/**
 * Repairs the most common mistakes in YAML: plain values that need quotation marks (`title: One: two`, `title: @home`,
 * `title: *Bold* words`), and tabs as indentation. Returns `undefined` where the result is still invalid.
 */
export function repairYaml(text: string): string | undefined {
  if (text.length > maxLength || countAliases(text) > limits.yamlAliases) return undefined;
  const lines = text.replaceAll(/^[ \t]*\t[ \t]*/gm, (indent) => indent.replaceAll("\t", "  ")).split("\n");
  for (let repairs = 0; repairs <= maxRepairs; repairs += 1) {
    const line = firstFault(lines.join("\n"));
    if (line === undefined) return lines.join("\n");
    const [, key, value] = plainLine.exec(lines[line] ?? "") ?? [];
    if (key === undefined || value === undefined) return undefined;
    lines[line] = `${key}${JSON.stringify(value.trim())}`;
  }
  return undefined;
}

/** Returns the line of the first error, from 0. */
function firstFault(text: string): number | undefined {
  const document = parseDocument(text, { prettyErrors: false, logLevel: "error" });
  const offsets = document.errors.map(({ pos }) => pos[0]);
  if (offsets.length === 0) {
    // An alias without an anchor (`title: *Bold* words`) is only detected when values are resolved.
    const unresolved = /^(?:.*:|.*-)[ \t]+\*\S*[^\n]*$/m.exec(text);
    return unresolved && !resolves(document) ? lineAt(text, unresolved.index) : undefined;
  }
  return lineAt(text, Math.min(...offsets));
}

function resolves(document: ReturnType<typeof parseDocument>): boolean {
  try {
    document.toJS();
    return true;
  } catch {
    return false;
  }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length - 1;
}
