import { createRequire } from "node:module";
import type * as Gemoji from "gemoji";
import { type Dialect, lineDialect, outsideCode } from "./dialect.ts";

const require = createRequire(import.meta.url);

let emoji: ReadonlyMap<string, string> | undefined;

/** Returns an emoji by GitHub's name, from a table of 2,000 that is loaded on first use. */
function emojiNamed(name: string): string | undefined {
  emoji ??= readEmoji();
  return emoji.get(name);
}

function readEmoji(): ReadonlyMap<string, string> {
  const { gemoji } = require("gemoji") as typeof Gemoji;
  return new Map(gemoji.flatMap(({ emoji: character, names }) => names.map((name) => [name, character] as const)));
}

const shortcode = /(?<![\p{L}\p{N}:\\/]):([a-z0-9_+-]+):(?![\p{L}\p{N}:[{])/gu;

/** `:rocket:` with GitHub's names; unknown names and options of a directive stay unchanged. */
export const emojiShortcodes: Dialect = {
  name: "emoji names (:rocket:)",
  read(lines, { texts }) {
    const read = new Map<number, string>();
    for (const { line, text } of lines) {
      if (!text.includes(":") || isOption(texts, line - 1)) continue;
      const changed = outsideCode(text, (piece) =>
        piece.replaceAll(shortcode, (written, name: string) => emojiNamed(name) ?? written),
      );
      if (changed !== text) read.set(line, changed);
    }
    return read;
  },
};

/** Reports whether a line is `:name: value` after the first line of a MyST directive. */
function isOption(texts: readonly string[], index: number): boolean {
  let at = index;
  while (/^[ \t]*:[\w-]+:(?:[ \t]|$)/.test(texts[at] ?? "")) at -= 1;
  return at < index && /^[ \t]*(?:`{3,}|~{3,}|:{3,})[ \t]*\{/.test(texts[at] ?? "");
}

/** GitLab's insertion and deletion marks, and CriticMarkup. */
export const editMarks = lineDialect("marks of changes ({+ +}, CriticMarkup)", (text) =>
  outsideCode(text, (piece) =>
    piece
      .replaceAll(/\{~~([^{}~]*)~>([^{}~]*)~~\}/g, "<del>$1</del><ins>$2</ins>")
      .replaceAll(/\{\+\+?(?=[^+}]) ?([^{}]*?[^+{} ]) ?\+\+?\}/g, "<ins>$1</ins>")
      .replaceAll(/\{--?(?=[^-}]) ?([^{}]*?[^-{} ]) ?--?\}/g, "<del>$1</del>")
      .replaceAll(/\{==([^{}]+)==\}/g, "<mark>$1</mark>")
      .replaceAll(/\{>>[^{}]*<<\}/g, ""),
  ),
);

/** A formula in dollars and backticks, as in GitHub and GitLab: the backticks are not code. */
export const backtickFormulas = lineDialect("formulas in backticks ($`…`$)", (text) =>
  text.replaceAll(/(?<![`$\\])\$`([^`\n$]+)`\$(?![`$\d])/g, (_, formula: string) => `$${formula.trim()}$`),
);
