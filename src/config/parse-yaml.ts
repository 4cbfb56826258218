import { type Alias, type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument, visit } from "yaml";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { limits } from "../model/limits.ts";
import { saysRemoved, unwritable } from "../model/unwritable.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { DataText, KeyPath, TextLocation } from "./data-text.ts";

const hint = 'Delete it: "\\u…" between quotation marks is a character.';

/** Maximum number of errors, because one mistake can cause many. */
const maxErrors = 5;

/** Parses YAML 1.2 (https://yaml.org/spec/1.2.2/) without a schema. An empty text is an empty map. */
export function parseYaml(text: string, { file, linesBefore = 0 }: TextLocation): Outcome<DataText> {
  const lines = new LineCounter();
  // The library's own check compares each key with all others of its map.
  const options = { lineCounter: lines, prettyErrors: false, logLevel: "error", uniqueKeys: false } as const;
  const document = parseDocument(text, options);
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, position: { start: { line: line + linesBefore, column: col } } };
  };
  const found = [...document.errors, ...findDoubleKeys(document)].toSorted((a, b) => a.pos[0] - b.pos[0]);
  if (found.length > 0) {
    const errors = found.slice(0, maxErrors);
    return fail(
      ...errors.map((error) =>
        diagnostic("yamlParses", explain(error.message), hintFor(error), at(startOf(error, document))),
      ),
    );
  }
  const aliases = findAliases(document);
  const beyond = aliases[limits.yamlAliases];
  if (beyond) {
    const message = `More than ${limits.yamlAliases} aliases (*name).`;
    return fail(diagnostic("yamlParses", message, "Write the values out.", at(beyond.range?.[0] ?? 0)));
  }
  const lost = aliases.filter((alias) => alias.resolve(document) === undefined);
  if (lost.length > 0) {
    const asterisk = "An asterisk begins an alias in YAML; put a text that begins with one between quotation marks.";
    return fail(
      ...lost.map((alias) =>
        diagnostic("yamlParses", `No anchor is named "${alias.source}".`, asterisk, at(alias.range?.[0] ?? 0)),
      ),
    );
  }
  const circular = aliases.find((alias) => isInside(alias, alias.resolve(document)));
  if (circular) {
    const message = `The alias "*${circular.source}" stands for what it is a part of.`;
    return fail(diagnostic("yamlParses", message, "Write the values out.", at(circular.range?.[0] ?? 0)));
  }
  try {
    const removed = removeUnwritable(document);
    const value: unknown = document.toJS() ?? {};
    const data: DataText = {
      value,
      keyAt: (path) => at(keyOffset(document, path.slice(0, -1), String(path.at(-1) ?? ""))),
      valueAt: (path) => at(valueOffset(document, path)),
      written: (path) => writtenAt(document, path),
    };
    return succeed(
      data,
      removed.map(({ message, offset }) => diagnostic("controlCharacters", message, hint, at(offset))),
    );
  } catch (error) {
    // The library rejects aliases that multiply exponentially ("billion laughs").
    const message = error instanceof ReferenceError ? "The aliases (*name) repeat too much." : String(error);
    return fail(diagnostic("yamlParses", message, "Write the values out.", at(0)));
  }
}

const unclosed = /^Missing closing ["']/;

/** A text whose quotation mark is not closed ends with the file: its fault is where it begins. */
function startOf({ pos, message }: { readonly pos: readonly number[]; readonly message: string }, document: Document) {
  const [offset = 0] = pos;
  let start = offset;
  if (unclosed.test(message))
    visit(document, { Scalar: (_, { range }) => void (range && range[1] >= offset && (start = range[0])) });
  return start;
}

/** Removes characters that no text may contain, which a YAML escape can produce. */
function removeUnwritable(document: Document): { readonly message: string; readonly offset: number }[] {
  const removed: { message: string; offset: number }[] = [];
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value !== "string") return;
      const [found] = node.value.matchAll(unwritable);
      if (!found) return;
      removed.push({ message: saysRemoved(found[0]), offset: node.range?.[0] ?? 0 });
      node.value = node.value.replaceAll(unwritable, "");
    },
  });
  return removed;
}

function findAliases(document: Document): Alias[] {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_, alias) => void aliases.push(alias) });
  return aliases;
}

function isInside({ range }: Alias, node: Node | undefined): boolean {
  const [start = 0] = range ?? [];
  const [from = 0, to = 0] = node?.range ?? [];
  return start >= from && start < to;
}

/** Returns duplicate keys of maps, as errors of the library's type. */
function findDoubleKeys(document: Document) {
  const found: { message: string; code: string; pos: readonly [number, number] }[] = [];
  visit(document, {
    Map(_, map) {
      const known = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const [start = 0, end = 0] = key.range ?? [];
        if (known.has(key.value)) {
          found.push({ message: "Map keys must be unique", code: "DUPLICATE_KEY", pos: [start, end] });
        }
        known.add(key.value);
      }
    },
  });
  return found;
}

function writtenAt(document: Document, path: KeyPath): string | undefined {
  const node = document.getIn(path, true);
  return isScalar(node) ? node.source : undefined;
}

/** Returns the offset of the value at a path, or of its nearest existing ancestor. */
function valueOffset(document: Document, path: KeyPath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function keyOffset(document: Document, path: KeyPath, key: string): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(map) ? map.items.find((item) => isNode(item.key) && String(item.key) === key) : undefined;
  return isNode(pair?.key) && pair.key.range ? pair.key.range[0] : valueOffset(document, path);
}

function explain(message: string): string {
  if (message.includes("call stack")) return "This is nested too deeply to be read.";
  const [first = ""] = message.replace(/^(Missing closing )(["'])quote/, "$1quotation mark $2").split("\n");
  return `${first.replace(/\.$/, "")}.`;
}

const quote = 'Put the value between quotation marks: title: "A text: with a colon".';

function hintFor({ code, message }: { readonly code: string; readonly message: string }): string | undefined {
  if (unclosed.test(message)) return "Close it where the text ends, or remove it.";
  const hints: Record<string, string> = {
    TAB_AS_INDENT: "Indent with spaces, not tabs.",
    DUPLICATE_KEY: "Keep one of the two.",
    BLOCK_AS_IMPLICIT_KEY: quote,
    MULTILINE_IMPLICIT_KEY: quote,
    UNEXPECTED_TOKEN: quote,
    BAD_SCALAR_START: quote,
  };
  return hints[code];
}
