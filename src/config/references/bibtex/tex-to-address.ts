/** TeX commands that people use for a tilde. */
const tildes = [
  /\{?\\raise(?:box)?\{?-?[\d.]*\s*e[xm]\}?(?:\\hbox)?\s*\{\$(?:\\scriptstyle)?\s*\\sim\s*\$\}\}?/g,
  /\{?\\raisebox\{[^{}]*\}\{\\textasciitilde\}\}?/g,
  /\\ensuremath\s*\{\s*\\sim\s*\}|\$\s*\{?\\(?:sim|tilde)\s*(?:\{\\?\s*\})?\}?\s*\$/g,
  /\{\\(?:textasciitilde|texttildelow|string~|~)\s*(?:\{\})?\}/g,
  /\\(?:textasciitilde|texttildelow)(?![a-z])(?:\{\}|\s)?|\\string~|\\~(?:\{\})?/gi,
];

const signs: Readonly<Record<string, string>> = {
  textunderscore: "_",
  textasciicircum: "^",
  textless: "<",
  textgreater: ">",
  textbackslash: "\\",
  textbar: "|",
  textquotesingle: "'",
  slash: "/",
};

/** Reads an address or DOI: not text, but people escape in it what TeX requires. */
export function texToAddress(tex: string): string {
  let text = unwrapped(tex.trim());
  for (const tilde of tildes) text = text.replaceAll(tilde, "~");
  return text
    .replaceAll(/\$\s*([<>])\s*\$/g, "$1")
    .replaceAll(
      /\\(?:discretionary\s*\{\}\{\}\{\}|(?:allow|line|no|)break(?![a-z])(?:\[\d\])?\s?|penalty-?\d+\s?|-|\/)/g,
      "",
    )
    .replaceAll(
      /\{?\\(textunderscore|textasciicircum|textless|textgreater|textbackslash|textbar|textquotesingle|slash)(?![a-z])(?:\{\}\}?|\}|\s)?/g,
      (_, name: string) => signs[name] ?? "",
    )
    .replaceAll(
      /\{\\?([_%#&$~^])\}|\\([_%#&$~{}^])/g,
      (_, inBraces?: string, escaped?: string) => inBraces ?? escaped ?? "",
    )
    .replaceAll(/[ \t]*[\r\n]\s*/g, "")
    .replaceAll(/\s+/g, "%20");
}

/** Removes braces, angle brackets, or an address command. */
function unwrapped(tex: string): string {
  for (let text = tex; ;) {
    const [, inner] =
      /^(?:\\(?:url|path|nolinkurl|doi|texttt|href)\s*(?=\{))?\{((?:[^{}]|\{[^{}]*\})*)\}(?:\{[^{}]*\})?$/s.exec(
        text,
      ) ??
      /^<(?:URL:)?([^<>\s]*)>$/i.exec(text) ??
      [];
    if (inner === undefined) return text;
    text = inner.trim();
  }
}
