import { type Dialect, lineDialect, outsideCode } from "./dialect.ts";
import { emojiNamed } from "../../model/emoji.ts";

const shortcode = /(?<![\p{L}\p{N}:\\/]):([a-z0-9_+-]+):(?![\p{L}\p{N}:[{])/gu;

/**
 * `:rocket:` with GitHub's or Unicode's names. Options of a directive stay unchanged, also
 * unknown names: they are reported where other names are known, or where they have an underscore as emoji have.
 */
export const emojiShortcodes: Dialect = {
  name: "emoji names (:rocket:)",
  read(lines, { texts, report }) {
    const read = new Map<number, string>();
    const unknown: [line: number, written: string][] = [];
    for (const { line, text } of lines) {
      if (!text.includes(":") || isOption(texts, line - 1)) continue;
      const changed = outsideCode(text, (piece) =>
        piece.replaceAll(shortcode, (written, name: string) => {
          const emoji = emojiNamed(name);
          if (emoji === undefined && /[a-z]/.test(name) && !isField(text)) unknown.push([line, written]);
          return emoji ?? written;
        }),
      );
      if (changed !== text) read.set(line, changed);
    }
    const [first] = unknown.filter(([, written]) => read.size > 0 || written.includes("_"));
    if (first) {
      const [line, written] = first;
      report(
        "syntaxUnknown",
        line,
        `No emoji has the name ${written}; it is printed as it is written.`,
        "Insert the emoji itself, or set the text as code: `…`.",
      );
    }
    return read;
  },
};

/** Reports whether a line is a field of reStructuredText, `:name: value`. */
function isField(text: string): boolean {
  return /^[ \t]*:[\w-]+:[ \t]+\S/.test(text);
}

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
