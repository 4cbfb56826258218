import { lineDialect, outsideCode } from "./dialect.ts";

/** Short, without spaces and Chinese or Japanese characters, so that a range such as "3~5" does not match. */
const inner = String.raw`((?:[A-Za-z0-9.+\-−–=*′αβγδθλμνπρστφχψω]|\\ ){1,20})`;
const superscript = new RegExp(String.raw`(?<![\^\\[])\^${inner}\^(?!\^)`, "g");
const subscript = new RegExp(String.raw`(?<=[A-Za-zα-ω)\]])~${inner}~(?!~)`, "g");
const note = /(?<!\\)\^\[(?![\^\]])/g;
const formula = /(\$(?:[^$\\]|\\.)+\$|<[^<>]+>|\]\([^()\s]*\)|https?:\/\/\S+)/;

/** `H~2~O` and `x^2^` (https://pandoc.org/MANUAL.html#superscripts-and-subscripts). */
export const scripts = lineDialect("subscripts and superscripts (H~2~O, x^2^)", (text) =>
  outsideCode(text, (piece) =>
    piece
      .split(formula)
      .map((part, index) => (index % 2 === 1 ? part : rewrite(part)))
      .join(""),
  ),
);

function rewrite(text: string): string {
  return text
    .replaceAll(superscript, (_, raised: string) => `<sup>${unescape(raised)}</sup>`)
    .replaceAll(subscript, (_, lowered: string) => `<sub>${unescape(lowered)}</sub>`);
}

function unescape(text: string): string {
  return text.replaceAll(String.raw`\ `, "\u00A0");
}

/** Classes and attributes of pandoc's and Quarto's spans that Offprint supports. */
export const spanClasses = lineDialect("attributes of pandoc", (text) =>
  outsideCode(text, (piece) =>
    piece
      .replaceAll(/(?<=\]\{[^{}]*)\.(?:smallcaps|sc)\b(?=[^{}]*\})/g, ".small-caps")
      .replaceAll(/(?<=\)\{[^{}]*\b(?:width|height)=)"?(\d+(?:\.\d+)?)(in|cm|mm)"?/g, (_, size: string, unit: string) =>
        String(Math.max(1, Math.round((Number(size) * 96) / ({ in: 1, cm: 2.54, mm: 25.4 }[unit] ?? 1)))),
      )
      // An icon drawn by a style sheet.
      .replaceAll(/(?<![\]\\!\w])\[\]\{\.[^#{}=]*\}[ \t]?/g, "")
      .replaceAll(/\[([^[\]]+)\]\{\.(underline|ul)\}/g, "<u>$1</u>")
      .replaceAll(/\[([^[\]]+)\]\{\.mark\}/g, "<mark>$1</mark>")
      .replaceAll(/\[([^[\]]+)\]\{\.kbd\}/g, "<kbd>$1</kbd>")
      .replaceAll(/(?<=\S)[ \t]*\{(?:\.unnumbered|\.unlisted|-)(?:[ \t]+(?:\.unnumbered|\.unlisted))*\}[ \t]*$/g, "")
      .replaceAll(
        /\{((?:[^{}]*[ \t])?)#([\w.-]*[:/][\w.:/-]*)([^{}]*)\}/g,
        (_, before: string, id: string, after: string) => `{${before}#${id.replaceAll(/[^\w.-]+/g, "-")}${after}}`,
      )
      .replaceAll(/\]\(#([\w.-]*[:/][\w.:/-]*)\)/g, (_, id: string) => `](#${id.replaceAll(/[^\w.-]+/g, "-")})`),
  ),
);

/** `^[note]`, an inline note (https://pandoc.org/MANUAL.html#extension-inline_notes), as a directive. */
export const inlineNotes = lineDialect("notes in the line (^[note])", (text) =>
  // A directive cannot directly follow a letter, so a mark is inserted, and removed later.
  outsideCode(text, (piece) => piece.replaceAll(note, `${noteMark}:inline-note[`)),
);

/** A word joiner, before a directive that directly follows a letter or a bare address; it is removed later. */
export const noteMark = "\u2060";

/** `Figure \\@ref(fig:name)` of bookdown; our reference includes the word "Figure". */
export const bookdownReferences = lineDialect("references (\\@ref(fig:name): bookdown)", (text) =>
  outsideCode(text, (piece) =>
    piece.replaceAll(
      /\\@ref\(([\w:-]+)\)/g,
      (_, id: string) => `[@any:${id.replace(/^tab:/, "tbl:").replaceAll(":", "-")}]`,
    ),
  ),
);
