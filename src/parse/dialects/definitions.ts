const definition = /^[ \t>]*\[(?=[^\]]*[^\]\s])((?:[^[\]\\]|\\.)+)\]:/;

/**
 * Definitions for the labels that a text may refer to and that are defined elsewhere in the file: what refers to them
 * is then read as a reference. They stand before the text, since its end may be inside of code.
 */
export function definitionsFor(text: string, prose: readonly string[]): string[] {
  const labels = prose.map((line) => definition.exec(line)?.[1]).filter((label) => label !== undefined);
  const needed = [...new Set(labels)].filter((label) => text.includes(`[${label}]`) && !text.includes(`[${label}]:`));
  return needed.flatMap((label) => [`[${label}]: ${label.startsWith("^") ? "." : "#"}`, ""]);
}
