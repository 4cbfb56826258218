import type { Dialect } from "./dialect.ts";

const span = /(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/g;
const inBraces = /^\{(?:r|python|julia|ojs|js|bash|sh)\}[ \t]+(?=\S)/;
const bare = /^(?:r|python)[ \t]+(?=\S)/;

/**
 * `` `{r} nrow(x)` `` of Quarto (https://quarto.org/docs/computations/inline-code.html) and `` `r nrow(x)` `` of R
 * Markdown,
 * where other tools print the result. Offprint never runs the code: it is printed as code.
 */
export const inlineCells: Dialect = {
  name: "code in lines (`r x`: R Markdown, Quarto)",
  read(lines, { texts, path, report }) {
    const hasCells =
      /\.(?:qmd|Rmd|Rmarkdown)$/i.test(path) || texts.some((text) => /^ {0,3}`{3,}\{(?:r|python)\b/.test(text));
    const read = new Map<number, string>();
    for (const { line, text } of lines) {
      if (!text.includes("`")) continue;
      const changed = text.replaceAll(span, (whole, marks: string, code: string) => {
        if (marks.length > 1) return whole;
        return `\`${hasCells ? code.replace(inBraces, "").replace(bare, "") : code.replace(inBraces, "")}\``;
      });
      if (changed === text) continue;
      read.set(line, changed);
      report(
        "syntaxUnknown",
        line,
        "Code in a line of text is not run: it is printed, its value is not.",
        "Write the value.",
      );
    }
    return read;
  },
};
