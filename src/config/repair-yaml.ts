import { parseDocument } from "yaml";
import { limits } from "../model/limits.ts";

const mostRepairs = 20;
/** Characters; each repair takes another look at all of them. */
const mostText = 50_000;

function countAliases(text: string): number {
  return Array.from(text.matchAll(/(?<=[\s,[{])\*[^\s,[\]{}]/g)).length;
}

/** A line with a key, or an item, and a plain value, which no quotation mark or bracket begins. */
const plainLine = /^(\s*(?:- +)?[^\s:#"'-][^:\n]*:[ \t]+|\s*- +)(?![["'{|>&!])(\S.*)$/;

/**
 * YAML with the slips mended that people make most: a plain value that only quotation marks would make a text (`title:
 * One: two`, `title: @home`, `title: *Bold* words`), and tabs as indentation. Nothing where that does not make it YAML.
 */
export function repairYaml(text: string): string | undefined {
  if (text.length > mostText || countAliases(text) > limits.yamlAliases) return undefined;
  const lines = text.replaceAll(/^[ \t]*\t[ \t]*/gm, (indent) => indent.replaceAll("\t", "  ")).split("\n");
  for (let repairs = 0; repairs <= mostRepairs; repairs += 1) {
    const line = firstFault(lines.join("\n"));
    if (line === undefined) return lines.join("\n");
    const [, key, value] = plainLine.exec(lines[line] ?? "") ?? [];
    if (key === undefined || value === undefined) return undefined;
    lines[line] = `${key}${JSON.stringify(value.trim())}`;
  }
  return undefined;
}

/** The line of the first fault, from 0. */
function firstFault(text: string): number | undefined {
  const document = parseDocument(text, { prettyErrors: false, logLevel: "error" });
  const offsets = document.errors.map(({ pos }) => pos[0]);
  if (offsets.length === 0) {
    // An alias of nothing (`title: *Bold* words`) comes to light when the values are wanted.
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
