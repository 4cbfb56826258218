import type { Dialect, DialectLine } from "./dialect.ts";

const span = /(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/g;
const inBraces = /^\{(?:r|python|julia|ojs|js|bash|sh)\}[ \t]+(?=\S)/;
const bare = /^(?:r|python)[ \t]+(?=\S)/;
/** Content for one format only, as in bookdown's example for the heading of the references. */
const opening = /^[ \t]*`r[ \t]+if[ \t]*\((.*)\)[ \t]*\{?[ \t]*(?:(["'])|knitr::asis_output\((["']))[ \t]*$/;
const conditional = /^if[ \t]*\([^'"]*is_(latex|html)_output\(\)\)[ \t]*(["'])(.*)\2$/;

/**
 * `` `{r} nrow(x)` `` of Quarto (https://quarto.org/docs/computations/inline-code.html) and `` `r nrow(x)` `` of R
 * Markdown, where other tools print the result. Offprint never runs the code: it is printed as code.
 */
export const inlineCells: Dialect = {
  name: "code in lines (`r x`: R Markdown, Quarto)",
  read(lines, { texts, path, report }) {
    const hasCells =
      /\.(?:qmd|Rmd|Rmarkdown)$/i.test(path) || texts.some((text) => /^ {0,3}`{3,}\{(?:r|python)\b/.test(text));
    const read = hasCells ? readConditions(lines) : new Map<number, string>();
    for (const { line, text } of lines) {
      if (!text.includes("`") || read.has(line)) continue;
      const changed = text.replaceAll(span, (whole, marks: string, code: string) => {
        if (marks.length > 1) return whole;
        const [, format, , shown = ""] = (hasCells ? conditional.exec(code.replace(bare, "")) : null) ?? [];
        if (format !== undefined) return format === "html" && !shown.includes("<!--") ? shown : "";
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

/**
 * Removes `` `r if (…) ' `` and the `` '` `` that ends it, each on a line of its own; the lines between them are text.
 */
function readConditions(lines: readonly DialectLine[]): Map<number, string> {
  const read = new Map<number, string>();
  let open: { readonly line: number; readonly end: string } | undefined;
  for (const { line, text } of lines) {
    const [whole, , quote, inner] = opening.exec(text) ?? [];
    if (whole !== undefined) open = { line, end: quote === undefined ? `${inner})\`` : `${quote}\`` };
    else if (open && text.trim() === open.end) {
      read.set(open.line, "").set(line, "");
      open = undefined;
    }
  }
  return read;
}
