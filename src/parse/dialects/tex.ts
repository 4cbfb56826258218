import { type BlockDialect, type BlockLine, isBlankLine, lineBehind, restOf } from "./block.ts";
import { mathNode } from "./blocks/code-fences.ts";
import { lineDialect, outsideCode } from "./dialect.ts";
import { safeId } from "./pandoc-attributes.ts";

/** What only formulas contain. */
const command = /\\[a-zA-Z]/;
/** What escaped parentheses around a formula contain, and around plain text rarely. */
const sign = /[\^_=<>+]|^[A-Za-z](?:\([A-Za-z]\))?$|[a-z0-9] [-/*] [a-z0-9]/;
/** A word: some tools escape every parenthesis of the text (GitBook, HTML to Markdown). */
const word = /\p{L}{4}/u;

const isFormula = (inner: string): boolean => command.test(inner) || (sign.test(inner) && !word.test(inner));

/** Formulas between escaped brackets; before them addresses of links, in which brackets are escaped too. */
const bracketed = /\]\((?:\\.|[^\s\\()])*\)|(?<!\\)\\{1,2}\((.+?)\\{1,2}\)|(?<!\\)\\{1,2}\[(.+?)\\{1,2}\](?!\()/g;

/** A formula in dollars; or one with a space within them, which MyST allows, and of which a command of TeX tells. */
const dollars =
  /(?<![\\$\p{L}\p{N}])\$(?![\s$])(?:\\.|[^\\$\n])*(?<!\s)\$(?![\d$])|(?<![\\$\p{L}\p{N}])\$([^$\n\\]*(?:\\[^a-zA-Z$\n][^$\n\\]*)*\\[a-zA-Z][^$\n]*)\$(?![\p{L}\d$])/gu;

/** TeX's `\(…\)` and `\[…\]`, which are just escaped brackets in CommonMark. */
export const texFormulas = lineDialect("formulas of TeX (\\(…\\), \\[…\\])", (text) =>
  outsideCode(text, (piece) =>
    piece.replaceAll(bracketed, (written, round?: string, square?: string) => {
      if (round !== undefined && isFormula(round)) return `$${round.trim()}$`;
      // A single letter may be a checked box: \[x\].
      if (square !== undefined && isFormula(square) && square.trim().length > 1) return `$$${square.trim()}$$`;
      return written;
    }),
  ),
);

/** `$ x = \frac{1}{2} $`. */
export const spacedFormulas = lineDialect("formulas with a space within the dollars (MyST)", (text) =>
  outsideCode(text, (piece) =>
    piece.replaceAll(dollars, (written, inner?: string) => (inner === undefined ? written : `$${inner.trim()}$`)),
  ),
);

const opening =
  /^ {0,3}(?:\\begin\{(equation|align|gather|multline|eqnarray|displaymath|math|flalign|alignat)(\*?)\}(?![[{])(.*)|\\{1,2}\[[ \t]*)$/;
const inner: Readonly<Record<string, string>> = {
  align: "aligned",
  flalign: "aligned",
  eqnarray: "aligned",
  gather: "gathered",
  multline: "gathered",
};

/** `\begin{equation}` … `\end{equation}` outside dollars, and `\[` … `\]` over several lines. */
export const texBlocks: BlockDialect = {
  name: "formulas of TeX (\\begin{equation})",
  at(lines, index) {
    const [mark, name, star = "", rest = ""] = opening.exec(lines[index]?.text ?? "") ?? [];
    if (mark === undefined) return undefined;
    const closing = name === undefined ? mark.trim().replace("[", "]") : String.raw`\end{${name}${star}}`;
    const isLast = ({ text }: Pick<BlockLine, "text">): boolean => {
      const bare = text.trim().replace(/[.,]$/, "");
      return name === undefined ? bare === closing : bare.endsWith(closing);
    };
    const last = isLast({ text: rest }) ? index : lineBehind(lines, index, closing, isLast);
    if (last < 0) return undefined;
    const own = lines.slice(index, last + 1);
    const content = own
      .map((line) => (line === own[0] ? restOf(line, mark.length - rest.length) : line))
      .map((line, at) => (at === last - index ? { ...line, text: line.text.split(closing)[0] ?? "" } : line))
      .filter((line, at) => (at > 0 && at < last - index) || !isBlankLine(line));
    return {
      end: last + 1,
      build() {
        const labels: string[] = [];
        const body = content.map((line) => ({
          ...line,
          text: line.text.replaceAll(
            /\\label\{([^{}]*)\}|\(\\#eq:([\w-]+)\)/g,
            (_, label?: string, bookdown?: string) => {
              labels.push(label ?? `eq-${bookdown ?? ""}`);
              return "";
            },
          ),
        }));
        const environment = Object.hasOwn(inner, name ?? "") ? inner[name ?? ""] : undefined;
        const [first] = own;
        const wrap = (text: string) => (first ? [{ ...first, text }] : []);
        const whole =
          environment === undefined
            ? body
            : [...wrap(`\\begin{${environment}}`), ...body, ...wrap(`\\end{${environment}}`)];
        const [label] = labels;
        return [mathNode({ body: whole, lines: own }, label === undefined ? undefined : safeId(label))];
      },
    };
  },
};

/** `Equation \eqref{x}` and `\ref{x}`. */
export const texReferences = lineDialect("references of TeX (\\ref{name})", (text) =>
  outsideCode(text, (piece) =>
    piece.replaceAll(
      /(?<!\$[^$]*)\(?\\(?:eq|auto|c|C)?ref\{([^{}]+)\}\)?(?![^$]*\$)/g,
      (_, id: string) => `[@any:${safeId(id)}]`,
    ),
  ),
);
