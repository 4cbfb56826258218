const definition = /^[ \t>]*\[(?=[^\]]*[^\]\s])((?:[^[\]\\]|\\.)+)\]:/;

const bracketed = /\[((?:[^[\]\\]|\\.)+)\](:?)/g;

/** Returns the labels that a text defines. */
export function labelsOf(prose: readonly string[]): ReadonlySet<string> {
  return new Set(prose.map((line) => definition.exec(line)?.[1]).filter((label) => label !== undefined));
}

/**
 * Returns definitions for labels that a text may refer to and that are defined elsewhere in the file, so that they
 * parse as references. They go before the text, because its end may be inside code.
 */
export function definitionsFor(text: string, labels: ReadonlySet<string>): string[] {
  if (labels.size === 0) return [];
  // Searching for each label separately would scan the text once per label.
  const referred = new Set<string>();
  const defined = new Set<string>();
  for (const [, label = "", colon] of text.matchAll(bracketed)) (colon === ":" ? defined : referred).add(label);
  const needed = [...referred].filter((label) => labels.has(label) && !defined.has(label));
  return needed.flatMap((label) => [`[${label}]: ${label.startsWith("^") ? "." : "#"}`, ""]);
}
