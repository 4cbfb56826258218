import { unmarkedRuns } from "../../../model/marked-content.ts";
import { beginArtifact, readContent, writeContent } from "../page-content.ts";
import type { Job } from "../repair.ts";

/**
 * What the style sheet draws is no part of the text: every run of operators outside marked content becomes an artifact
 * (ISO 14289-1, 7.1).
 */
export function markArtifacts({ document }: Job): void {
  for (const page of document.getPages()) {
    const content = readContent(page);
    const runs = unmarkedRuns(content);
    if (runs.length === 0) continue;
    let marked = "";
    let end = 0;
    for (const run of runs) {
      marked += `${content.slice(end, run.start)}${beginArtifact}${content.slice(run.start, run.end)}\nEMC`;
      ({ end } = run);
    }
    writeContent(page, marked + content.slice(end));
  }
}
