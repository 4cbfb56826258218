/** Commands that LaTeX packages and MathJax know and Temml does not, by commands that it knows. */
export const texMacros: Readonly<Record<string, string>> = {
  "\\-": "",
  "\\/": "",
  "\\SI": "{#1}\\,\\mathrm{#2}",
  "\\ensuremath": "{#1}",
  "\\hdots": "\\ldots",
  "\\hfill": "\\quad",
  "\\intertext": "\\\\ \\text{#1} \\\\",
  "\\mathbbm": "\\mathbb",
  "\\mathds": "\\mathbb",
  "\\mbox": "\\text",
  "\\num": "{#1}",
  "\\shortintertext": "\\\\ \\text{#1} \\\\",
  "\\si": "\\mathrm{#1}",
  "\\strut": "\\mathstrut",
  "\\symbf": "\\mathbf",
  "\\symup": "\\mathrm",
  "\\textasciitilde": "\\sim",
  "\\textbackslash": "\\backslash",
  "\\textdegree": "{}^\\circ",
  "\\textmu": "\\mathrm{\u00B5}",
  "\\textquotesingle": "\\text{'}",
  "\\uline": "\\underline",
  "\\vspace": "",
};

/** Rewrites environments that Temml does not know. */
export function withKnownEnvironments(tex: string): string {
  return (
    tex
      // `eqnarray` has a column for the sign between two marks.
      .replaceAll(/\\begin\{eqnarray(\*?)\}([^]*?)\\end\{eqnarray\1\}/g, (_, star: string, rows: string) => {
        const aligned = rows.replaceAll(/&([^&\\]{1,20}|\s*\\[a-z]+\s*)&/g, "&$1");
        return `\\begin{align${star}}${aligned}\\end{align${star}}`;
      })
      // What stands between columns instead of a space: @{…}.
      .replaceAll(
        /\\begin\{(d?array|tabular)\}\{((?:[^{}]|\{[^{}]*\})*)\}/g,
        (_, name: string, columns: string) => `\\begin{${name}}{${columns.replaceAll(/[@!]\{[^{}]*\}/g, "")}}`,
      )
      .replaceAll(/\\(begin|end)\{tabular\}/g, "\\$1{array}")
  );
}
