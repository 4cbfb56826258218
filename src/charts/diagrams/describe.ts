import type { DrawnDiagram } from "./diagram.ts";

/** The most lines in the list of a diagram's parts. */
const mostLines = 200;

/** The most characters of a generated alternative text: screen readers read it without a pause. */
const mostCharacters = 250;

/**
 * Describes a diagram as a list: one line per connection, unconnected node and group. A kind without connections (pie,
 * timeline) gives the words in it.
 */
export function linesOf({ graph, words }: DrawnDiagram): string[] {
  const { nodes, edges, groups, isDirected } = graph;
  if (nodes.length === 0) return within([...new Set(words)]);
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  const nameOf = (id: string): string => labels.get(id) ?? id;
  // Every text font has these two characters, and the first is mirrored in right-to-left lines.
  const sign = isDirected ? "›" : "–";
  const joined = edges.map(
    ({ from, to, label }) => `${nameOf(from)} ${sign} ${nameOf(to)}${label === "" ? "" : `: ${label}`}`,
  );
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const alone = nodes.filter(({ id }) => !ends.has(id)).map(({ label }) => label);
  const grouped = groups
    .filter(({ label, members }) => label !== "" && members.length > 0)
    .map(({ label, members }) => `${label}: ${members.map(nameOf).join(", ")}`);
  return within([...joined, ...alone, ...grouped].filter((line) => line.trim() !== ""));
}

function within(lines: readonly string[]): string[] {
  return lines.length > mostLines ? [...lines.slice(0, mostLines), "…"] : [...lines];
}

/** Returns the beginning of the list as a replacement for a missing alternative text. */
export function shortText(lines: readonly string[]): string {
  const whole = lines.join("; ");
  if (whole.length <= mostCharacters) return whole;
  const end = whole.lastIndexOf(" ", mostCharacters);
  return `${whole.slice(0, end > 0 ? end : mostCharacters)} …`;
}
