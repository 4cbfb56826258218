import { lineDialect, outsideCode } from "./dialect.ts";

const superscript =
  /(?<![\^\\[\w$])\^(?![\s^[])((?:[^\s^~$`[\]\\]|\\ ){1,60})\^(?!\^)|(?<=[\p{L}\p{N})\]])\^(?![\s^[])((?:[^\s^~$`[\]\\]|\\ ){1,60})\^(?!\^)/gu;
const subscript = /(?<=[\p{L}\p{N})\]])~(?![\s~])((?:[^\s^~$`[\]\\]|\\ ){1,60})~(?!~)/gu;
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
    .replaceAll(superscript, (_, one?: string, two?: string) => `<sup>${unescape(one ?? two ?? "")}</sup>`)
    .replaceAll(subscript, (_, inner: string) => `<sub>${unescape(inner)}</sub>`);
}

function unescape(text: string): string {
  return text.replaceAll(String.raw`\ `, "\u00A0");
}

/** Classes and attributes that pandoc and Quarto give to spans, as what Offprint knows. */
export const spanClasses = lineDialect("attributes of pandoc", (text) =>
  outsideCode(text, (piece) =>
    piece
      .replaceAll(/(?<=\]\{[^{}]*)\.(?:smallcaps|sc)\b(?=[^{}]*\})/g, ".small-caps")
      .replaceAll(/\[([^[\]]+)\]\{\.(underline|ul)\}/g, "<u>$1</u>")
      .replaceAll(/\[([^[\]]+)\]\{\.mark\}/g, "<mark>$1</mark>")
      .replaceAll(/\[([^[\]]+)\]\{\.kbd\}/g, "<kbd>$1</kbd>")
      .replaceAll(/(?<=\S)[ \t]*\{(?:\.unnumbered|\.unlisted|-)(?:[ \t]+(?:\.unnumbered|\.unlisted))*\}[ \t]*$/g, "")
      .replaceAll(/(\$\$)[ \t]+(\{#[^{}\s]+\})[ \t]*$/g, "$1$2")
      .replaceAll(
        /\{((?:[^{}]*[ \t])?)#([\w.-]*[:/][\w.:/-]*)([^{}]*)\}/g,
        (_, before: string, id: string, after: string) => `{${before}#${id.replaceAll(/[^\w.-]+/g, "-")}${after}}`,
      )
      .replaceAll(/\]\(#([\w.-]*[:/][\w.:/-]*)\)/g, (_, id: string) => `](#${id.replaceAll(/[^\w.-]+/g, "-")})`),
  ),
);
