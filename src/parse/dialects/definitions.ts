const definition = /^[ \t>]*\[(?=[^\]]*[^\]\s])((?:[^[\]\\]|\\.)+)\]:/;

const bracketed = /\[((?:[^[\]\\]|\\.)+)\](:?)/g;

/**
 * Definitions for the labels that a text may refer to and that are defined elsewhere in the file: what refers to them
 * is then read as a reference. They stand before the text, since its end may be inside of code.
 */
export function definitionsFor(text: string, prose: readonly string[]): string[] {
  const labels = prose.map((line) => definition.exec(line)?.[1]).filter((label) => label !== undefined);
  if (labels.length === 0) return [];
  // Each label looked for by itself would read the text once for each.
  const referred = new Set<string>();
  const defined = new Set<string>();
  for (const [, label = "", colon] of text.matchAll(bracketed)) (colon === ":" ? defined : referred).add(label);
  const needed = [...new Set(labels)].filter((label) => referred.has(label) && !defined.has(label));
  return needed.flatMap((label) => [`[${label}]: ${label.startsWith("^") ? "." : "#"}`, ""]);
}
