import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "../../../src/index.ts";
import type { Results } from "./row.ts";

/** Returns the report's plots by file name; those without a row are omitted. */
export async function plots(results: Results, folder: string): Promise<Map<string, string>> {
  const rows = Object.values(results.rows).flat();
  const compared = rows
    .filter(({ size, peer }) => !size && peer)
    .map(({ work, ours, peer }) => ({
      work: work.replaceAll("`", ""),
      ours: round(ours.processors),
      peer: round(peer?.processors ?? 0),
    }));
  const grown = rows.flatMap(({ ours, size }) =>
    size ? [{ size: String(size.count), of: size.of, cost: Math.round((ours.processors / size.count) * 1000) }] : [],
  );
  const drawn = new Map<string, string>();
  if (compared.length > 0) drawn.set("benchmarks.svg", await draw(comparison(compared), folder));
  for (const unit of ["articles", "pages"] as const) {
    const data = grown.filter((row) => row.of === unit);
    if (data.length > 0) drawn.set(`benchmarks-${unit}.svg`, await draw(growth(unit, data), folder));
  }
  return drawn;
}

function comparison(data: readonly unknown[]) {
  return {
    kind: "grouped bar",
    data,
    x: { field: "work", title: "Work" },
    y: { title: "Time", unit: "s" },
    series: [
      { field: "ours", label: "Offprint" },
      { field: "peer", label: "pandoc, node" },
    ],
    caption: "Seconds of the processors.",
    summary: "Each row of the table as a pair of bars.",
  };
}

function growth(unit: "articles" | "pages", data: readonly unknown[]) {
  return {
    kind: "bar",
    data,
    x: { field: "size", title: unit === "articles" ? "Articles in a build" : "Pages of a text" },
    y: { field: "cost", title: unit === "articles" ? "Time for an article" : "Time for a page", unit: "ms" },
    caption: "Milliseconds of the processors for each.",
    summary: "What one takes where there are more of them.",
  };
}

/** Draws with Offprint's own charts, taken from a web page that it builds. */
async function draw(chart: unknown, folder: string): Promise<string> {
  const text = join(folder, "plot.md");
  const block = `\`\`\`chart\n${JSON.stringify(chart, null, 2)}\n\`\`\``;
  writeFileSync(text, `---\ntitle: Plot\ndate: 2026-11-01\n---\n\n${block}\n`);
  const { publications, diagnostics } = await build({ sources: text, editions: ["web"], cache: false, config: {} });
  const page = publications[0]?.artifacts[0]?.bytes;
  const [, base64] = /data:image\/svg\+xml;base64,([^"]+)/.exec(new TextDecoder().decode(page)) ?? [];
  if (base64 === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return Buffer.from(base64, "base64").toString("utf8");
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
