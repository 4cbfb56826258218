const definition = /^[ \t>]*\[(?=[^\]]*[^\]\s])((?:[^[\]\\]|\\.)+)\]:/;

const bracketed = /\[((?:[^[\]\\]|\\.)+)\](:?)/g;

/** The labels that a text defines. */
export function labelsOf(prose: readonly string[]): ReadonlySet<string> {
  return new Set(prose.map((line) => definition.exec(line)?.[1]).filter((label) => label !== undefined));
}

/**
 * Definitions for the labels that a text may refer to and that are defined elsewhere in the file: what refers to them
 * is then read as a reference. They stand before the text, since its end may be inside of code.
 */
export function definitionsFor(text: string, labels: ReadonlySet<string>): string[] {
  if (labels.size === 0) return [];
  // Each label looked for by itself would read the text once for each.
  const referred = new Set<string>();
  const defined = new Set<string>();
  for (const [, label = "", colon] of text.matchAll(bracketed)) (colon === ":" ? defined : referred).add(label);
  const needed = [...referred].filter((label) => labels.has(label) && !defined.has(label));
  return needed.flatMap((label) => [`[${label}]: ${label.startsWith("^") ? "." : "#"}`, ""]);
}
