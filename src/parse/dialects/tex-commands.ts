import { type Dialect, outsideCode } from "./dialect.ts";
import { noteMark } from "./pandoc-inline.ts";
import { LeftOut } from "./sites/left-out.ts";

type Write = (inner: string, second: string) => string;

const keys = (inner: string): string =>
  inner
    .split(",")
    .map((key) => `@${key.trim()}`)
    .join("; ");
const cite: Write = (inner) => `[${keys(inner)}]`;

/** LaTeX commands with one or two arguments, as Markdown. */
const commands: Readonly<Record<string, Write>> = {
  autocite: cite,
  cite,
  citep: cite,
  citet: keys,
  emph: (inner) => `*${inner}*`,
  footcite: cite,
  fullcite: cite,
  hyperlink: (inner, second) => `[${second}](#${inner})`,
  hypertarget: (inner, second) => `<a id="${inner}"></a>${second}`,
  enquote: (inner) => `“${inner}”`,
  footnote: (inner) => `^[${inner}]`,
  graffito: (inner) => `^[${inner}]`,
  index: (inner) => writeTerm(inner),
  href: (inner, second) => `[${second}](<${inner}>)`,
  marginnote: (inner) => `^[${inner}]`,
  marginpar: (inner) => `^[${inner}]`,
  mbox: (inner) => inner,
  parencite: cite,
  sidenote: (inner) => `^[${inner}]`,
  colorbox: (_, second) => second,
  textbf: (inner) => `**${inner}**`,
  textcite: keys,
  textcolor: (_, second) => second,
  textit: (inner) => `*${inner}*`,
  textsc: (inner) => `[${inner}]{.small-caps}`,
  textsubscript: (inner) => `<sub>${inner}</sub>`,
  textsuperscript: (inner) => `<sup>${inner}</sup>`,
  texttt: (inner) => `\`${inner}\``,
  underline: (inner) => `<u>${inner}</u>`,
  url: (inner) => `<${inner}>`,
};

/** Writes `\\index{main!sub@shown}`, an index entry that is invisible in the text. */
function writeTerm(inner: string): string {
  const [main = "", sub] = inner
    .replace(/\|.*$/, "")
    .split("!")
    .map((part) =>
      part
        .replace(/^.*@/, "")
        .replaceAll(/\\[a-z]+|[*_`"{}\\]/g, "")
        .trim(),
    );
  const narrower = sub === undefined ? "" : ` sub="${sub}"`;
  return main === "" ? "" : `${noteMark}:index{term="${main}"${narrower}}`;
}

/** The commands whose second argument is read. */
const twoArguments = new Set(["colorbox", "href", "hyperlink", "hypertarget", "textcolor"]);

const words: Readonly<Record<string, string>> = {
  LaTeX: "LaTeX",
  TeX: "TeX",
  dots: "…",
  ldots: "…",
};

/** Signs; as in LaTeX, the space behind their command ends it. */
const signs: Readonly<Record<string, string>> = {
  textasciitilde: "\\~",
  textbackslash: "\\\\",
  textbar: "\\|",
  textbullet: "•",
  textcopyright: "©",
  textdegree: "°",
  textellipsis: "…",
  textemdash: "—",
  textendash: "–",
  textgreater: "\\>",
  textless: "\\<",
  textregistered: "®",
  texttimes: "×",
  texttrademark: "™",
  textunderscore: "\\_",
};

const command = new RegExp(
  String.raw`(?<!\\)\\(${Object.keys(commands).join("|")})(?:\[[^\[\]]*\])?\{((?:[^{}]|\{[^{}]*\})*)\}(?:\{([^{}]*)\})?`,
  "g",
);
const word = new RegExp(String.raw`(?<!\\)\\(${Object.keys(words).join("|")})(?![a-zA-Z])(?:\{\})?`, "g");
const sign = new RegExp(String.raw`(?<!\\)\\(${Object.keys(signs).join("|")})(?![a-zA-Z])(?:\{\}|[ \t]+)?`, "g");
/** Page layout commands, on their own line. */
const layout =
  /^[ \t]*(?:\\(?:addcontentsline|appendix|backmatter|baselineskip|bibliography|bibliographystyle|bigskip|centering|frontmatter|hspace|large|Large|LARGE|linebreak|listof\w+|mainmatter|maketitle|markboth|markright|medskip|newgeometry|noindent|nocite|normalsize|onehalfspacing|pagenumbering|pagestyle|phantomsection|printbibliography|raggedright|renewcommand|restoregeometry|setcounter|singlespacing|doublespacing|smallskip|thispagestyle|vfill|vspace|usepackage)(?![a-zA-Z])\*?(?:\[[^[\]]*\]|\{[^{}]*\})*[ \t]*)+$/;
/** Commands for the distances around a paragraph, in front of its text. */
const leadingLayout =
  /^[ \t]*(?:\\(?:bigskip|centering|indent|medskip|noindent|par|raggedright|smallskip)(?![a-zA-Z])[ \t]*)+(?=\S)/;
const environment =
  /^[ \t]*\\(?:begin|end)\{(?:center|flushleft|flushright|footnotesize|minipage|multicols|scriptsize|singlespace|small|spacing|titlepage)\}(?:\[[^[\]]*\]|\{[^{}]*\})*[ \t]*$/;
/** Names of section commands, by heading level. */
const sections = ["chapter", "section", "subsection", "subsubsection"];
const sectioning = new RegExp(
  String.raw`^[ \t]*\\(${sections.join("|")})\*?(?:\[[^\[\]]*\])?\{((?:[^{}]|\{[^{}]*\})+)\}[ \t]*$`,
);
const rawInline = /(?<!`)`([^`]+)`\{=(\w+)\}/g;

/** LaTeX commands in text, which pandoc passes through (https://pandoc.org/MANUAL.html#extension-raw_tex). */
export const texCommands: Dialect = {
  name: "commands of LaTeX (\\emph{…})",
  read(lines, { report }) {
    const read = new Map<number, string>();
    const turned = landscapePairs(lines);
    const leftOut = new LeftOut("LaTeX or another format", "Only that format knows them; write Markdown.");
    for (const { line, text } of lines) {
      if (!text.includes("\\") && !text.includes("{=")) continue;
      const fence = turned.get(line);
      if (fence !== undefined) {
        read.set(line, fence);
        continue;
      }
      if (layout.test(text) || environment.test(text)) {
        read.set(line, "");
        continue;
      }
      const [, level = "", title = ""] = sectioning.exec(text) ?? [];
      if (title !== "") {
        read.set(line, `${"#".repeat(sections.indexOf(level) + 1)} ${replaceCommands(title)}`);
        continue;
      }
      const raw = text.replace(leadingLayout, "").replaceAll(rawInline, (written, inner: string, format: string) => {
        if (/^html\d?$/.test(format)) return inner;
        if (/^(?:la)?tex$/.test(format) && replaceCommands(inner) !== inner) return replaceCommands(inner);
        leftOut.add(line, written);
        return "";
      });
      const changed = outsideCode(raw, replaceCommands);
      if (changed !== text) read.set(line, changed);
    }
    leftOut.report(report);
    return read;
  },
};

/**
 * Converts `\begin{landscape}` (lscape, pdflscape) and its end to our block; drops a command without its counterpart.
 */
function landscapePairs(lines: readonly { readonly line: number; readonly text: string }[]): Map<number, string> {
  const fences = new Map<number, string>();
  let open: number | undefined;
  for (const { line, text } of lines) {
    const [, edge] = /^[ \t]*\\(begin|end)\{(?:pdf)?landscape\}[ \t]*$/.exec(text) ?? [];
    if (edge === undefined) continue;
    fences.set(line, "");
    if (edge === "begin") open = line;
    else if (open !== undefined) {
      // Longer than the fences between them.
      fences.set(open, "::::::::landscape").set(line, "::::::::");
      open = undefined;
    }
  }
  return fences;
}

function replaceCommands(text: string): string {
  return text
    .split(/(\$(?:[^$\\]|\\.)+\$)/)
    .map((piece, index) => {
      if (index % 2 === 1) return piece;
      return piece
        .replaceAll(command, (_, name: string, inner: string, second: string | undefined) => {
          const written = commands[name]?.(replaceCommands(inner), replaceCommands(second ?? "")) ?? inner;
          return twoArguments.has(name) || (second ?? "") === "" ? written : `${written}{${second ?? ""}}`;
        })
        .replaceAll(word, (_, name: string) => words[name] ?? name)
        .replaceAll(sign, (_, name: string) => signs[name] ?? name);
    })
    .join("");
}
