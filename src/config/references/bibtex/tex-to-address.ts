/** An address or a DOI: no text, but people escape in it what TeX would want. */
export function texToAddress(tex: string): string {
  return tex
    .trim()
    .replace(/^\\(?:url|path|nolinkurl)\s*\{(.*)\}$/s, "$1")
    .replaceAll(
      /\$\s*([<>])\s*\$|\\text(?:less|greater)(?:\{\})?/g,
      (written, sign?: string) => sign ?? (written.includes("less") ? "<" : ">"),
    )
    .replaceAll(/\\(?:~\{\}|textasciitilde(?:\{\}| )?|string~|~|(?:ensuremath\{)?\\?sim\}?)|\$\\sim\$/g, "~")
    .replaceAll(/\{?\\textunderscore\}?(?:\{\})?|\{\\_\}|\{_\}/g, "_")
    .replaceAll(/\\([_%#&$~{}])/g, "$1")
    .replaceAll(/\s+/g, "");
}
