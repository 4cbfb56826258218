import { unite } from "../read/geometry.ts";
import { type ArtifactKind, beginArtifact } from "../read/page-content.ts";
import type { Page } from "../read/pages.ts";
import type { Run } from "../read/unmarked-runs.ts";
import type { Job } from "./repair.ts";

/**
 * Turns every run of operators outside marked content, such as style sheet decoration, into an artifact (ISO 14289-1,
 * 7.1). Text above all tagged content is a header, text below it a footer.
 */
export function markArtifacts({ pages }: Job): void {
  for (const page of pages.values()) {
    for (const { kind, start, end } of joinAdjacent(artifactsOn(page))) {
      page.changes.push({ start, end: start, text: beginArtifact(kind) }, { start: end, end, text: "\nEMC" });
    }
  }
}

interface Artifact extends Run {
  readonly kind: ArtifactKind;
}

function artifactsOn({ content, marks }: Page): Artifact[] {
  const boxes = [...marks.values()].filter(({ isArtifact }) => !isArtifact).map(({ box }) => box);
  const text = boxes.reduce(unite, undefined);
  return content.unmarked.runs.map((run) => ({ ...run, kind: kindOf(run, text) }));
}

/** Joins adjacent runs of the same kind. */
function joinAdjacent(runs: readonly Artifact[]): Artifact[] {
  const joined: Artifact[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && run.joins && run.kind === last.kind) joined.splice(-1, 1, { ...last, end: run.end });
    else joined.push(run);
  }
  return joined;
}

function kindOf({ words }: Run, text: Run["words"]): ArtifactKind {
  if (!words || !text) return "Layout";
  if (words.bottom >= text.top) return "Header";
  return words.top <= text.bottom ? "Footer" : "Layout";
}
