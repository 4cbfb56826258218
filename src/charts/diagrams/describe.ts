import type { DrawnDiagram } from "./diagram.ts";

/** Lines that a list of a diagram's parts has at most. */
const mostLines = 200;

/** Characters of an alternative text that nobody wrote: screen readers say it in one go. */
const mostCharacters = 250;

/**
 * A diagram as a list: a line for each connection, one for each thing that nothing is joined to, and one for each group. Where
 * its kind has no connections (a pie, a timeline), the words in it.
 */
export function linesOf({ graph, words }: DrawnDiagram): string[] {
  const { nodes, edges, groups, isDirected } = graph;
  if (nodes.length === 0) return within([...new Set(words)]);
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  const nameOf = (id: string): string => labels.get(id) ?? id;
  // Every text face has these two, and the first is mirrored in lines that run from right to left.
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

/** What stands in for an alternative text: the beginning of the list. */
export function shortText(lines: readonly string[]): string {
  const whole = lines.join("; ");
  if (whole.length <= mostCharacters) return whole;
  const end = whole.lastIndexOf(" ", mostCharacters);
  return `${whole.slice(0, end > 0 ? end : mostCharacters)} …`;
}
