import type { Cost } from "./measure-command.ts";
import type { Results, Row, Stage } from "./row.ts";

/** The most stages listed per row. */
const mostStages = 7;

/** Returns the text of `.github/BENCHMARKS.md`. */
export function report({ node, processors, rows }: Results, howMeasured: string): string {
  const all = Object.values(rows).flat();
  const [plain, grown] = [all.filter(({ size }) => !size), all.filter(({ size }) => size)];
  const staged = plain.filter(({ stages }) => stages);
  return `# Benchmarks

Written by \`npm run bench\` on ${processors} processors with Node ${node}. ${howMeasured}
Offprint and its peer take turns in one run. The peer is pandoc making a web page, an e-book and, by WeasyPrint, a PDF, unless the row
names another; a dash stands where none is there. Offprint makes the same three formats, checks each, tags the PDF and numbers the e-book's pages. "Clock" is the time until the
command ends; "processors" is the time of all processors, those of the browser with them, which other work on the machine changes
less. "Memory" is the largest process of Offprint at its peak, "browser" the largest of the browser. The rows of \`dev\` leave out what the
browser uses.

${table(["Work", "clock", "processors", "memory", "browser", "peer, clock", "peer, processors", "peer, memory", "ratio, clock", "ratio, processors"], plain.map(line))}

![The table as a chart: seconds of the processors for each row, Offprint beside its peer.](pictures/benchmarks.svg)
${
  grown.length === 0
    ? ""
    : `
## How it grows

Each is one build, everything made anew. These articles have four pages, with tables, notes and references; those above have two, of prose.

${table(["Work", "clock", "processors", "processors for one", "memory", "browser", "peer, processors", "ratio, processors"], grown.map(grownLine))}

![Milliseconds of the processors for one article, by how many there are.](pictures/benchmarks-articles.svg)
![The same for one page of a text.](pictures/benchmarks-pages.svg)
`
}${
    staged.length === 0
      ? ""
      : `
## Where the time goes

As \`--profile\` tells: by the clock, stages overlap, and a stage counts what waits in it. "Print" is part of the editions that print.

${staged.map(({ work, stages = [] }) => `- **${work}**: ${stages.slice(0, mostStages).map(describe).join(", ")}.`).join("\n")}
`
  }`;
}

function table([first = "", ...others]: readonly string[], lines: readonly string[]): string {
  return [`| ${[first, ...others].join(" | ")} |`, `| --- |${others.map(() => " ---: |").join("")}`, ...lines].join(
    "\n",
  );
}

function line(row: Row): string {
  const { ours, peer } = row;
  const work = row.pages !== undefined && row.pages > 20 ? `${row.work} (${row.pages} pages)` : row.work;
  const theirs = peer ? [seconds(peer.wall), seconds(peer.processors), memory(peer.memory)] : ["–", "–", "–"];
  const ratios = [ratio(row, "wall"), ratio(row, "processors")];
  return `| ${[work, seconds(ours.wall), seconds(ours.processors), memory(ours.memory), memory(ours.browser), ...theirs, ...ratios].join(" | ")} |`;
}

function grownLine(row: Row): string {
  const { ours, peer, size } = row;
  const text = `${Math.round((ours.processors / (size?.count ?? 1)) * 1000)} ms`;
  const work = size ? `${size.count} ${size.count === 1 ? size.of.slice(0, -1) : size.of}` : row.work;
  return `| ${[work, seconds(ours.wall), seconds(ours.processors), text, memory(ours.memory), memory(ours.browser), peer ? seconds(peer.processors) : "–", ratio(row, "processors")].join(" | ")} |`;
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}

function memory(value: number): string {
  return value === 0 ? "–" : `${Math.round(value)} MiB`;
}

function ratio({ ours, peer }: Row, name: keyof Cost): string {
  return peer && peer[name] > 0 ? (ours[name] / peer[name]).toFixed(2) : "–";
}

function describe({ stage, milliseconds }: Stage): string {
  return `${stage} ${(milliseconds / 1000).toFixed(1)} s`;
}
