import { gemoji } from "gemoji";
import { lineDialect, outsideCode } from "./dialect.ts";

const emoji = new Map(gemoji.flatMap(({ emoji: character, names }) => names.map((name) => [name, character] as const)));

const shortcode = /(?<![\p{L}\p{N}:\\/]):([a-z0-9_+-]+):(?![\p{L}\p{N}:[{])/gu;

/** `:rocket:` by GitHub's own names; a name that is none stays as it is. */
export const emojiShortcodes = lineDialect("emoji names (:rocket:)", (text) =>
  outsideCode(text, (piece) => piece.replaceAll(shortcode, (written, name: string) => emoji.get(name) ?? written)),
);

/** GitLab's marks of what was added and taken out, and the editorial ones of CriticMarkup. */
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

/** A formula in dollars and backticks, as GitHub and GitLab write it: the backticks are no code. */
export const backtickFormulas = lineDialect("formulas in backticks ($`…`$)", (text) =>
  text.replaceAll(/(?<![`$\\])\$`([^`\n$]+)`\$(?![`$\d])/g, (_, formula: string) => `$${formula.trim()}$`),
);
