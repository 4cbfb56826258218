import { type Run, unmarkedRuns } from "../read/marked-content.ts";
import { union } from "../read/geometry.ts";
import type { Paint } from "../read/read-paints.ts";
import { paintsOf } from "../read/text-of-marks.ts";
import { type ArtifactKind, beginArtifact, readContent, writeContent } from "../read/page-content.ts";
import type { Job } from "./repair.ts";

/**
 * What the style sheet draws is no part of the text: every run of operators outside marked content becomes an artifact
 * (ISO 14289-1, 7.1). Words above everything that the page says are its head, words below are its foot.
 */
export function markArtifacts({ document }: Job): void {
  for (const page of document.getPages()) {
    const content = readContent(page);
    const runs = unmarkedRuns(content);
    if (runs.length === 0) continue;
    const paints = paintsOf(page);
    let marked = "";
    let end = 0;
    for (const { kind, ...run } of together(runs.map((one) => ({ ...one, kind: kindOf(one, paints) })))) {
      marked += `${content.slice(end, run.start)}${beginArtifact(kind)}${content.slice(run.start, run.end)}\nEMC`;
      ({ end } = run);
    }
    writeContent(page, marked + content.slice(end));
  }
}

interface Artifact extends Run {
  readonly kind: ArtifactKind;
}

/** Runs of one kind that nothing divides become one. */
function together(runs: readonly Artifact[]): Artifact[] {
  const joined: Artifact[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && run.joins && run.kind === last.kind) joined.splice(-1, 1, { ...last, end: run.end });
    else joined.push(run);
  }
  return joined;
}

function kindOf({ start, end }: Run, paints: readonly Paint[]): ArtifactKind {
  const words = paints.filter((paint) => paint.kind === "text" && paint.start >= start && paint.end <= end);
  const box = union(words.map((paint) => paint.box));
  const text = union(paints.filter(({ mark }) => mark !== undefined).map((paint) => paint.box));
  if (!box || !text) return "Layout";
  if (box.bottom >= text.top) return "Header";
  return box.top <= text.bottom ? "Footer" : "Layout";
}
