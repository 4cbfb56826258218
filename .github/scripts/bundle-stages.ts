import { join } from "node:path";
import type { CodeSplittingGroup, Plugin } from "rolldown";

/** Module of the program, and the chunk for it and for all that it loads at once, if no stage before it has. */
type Stage = readonly [chunk: string, module: string];

/**
 * What a build of an article loads, in order. Without these, rolldown makes a chunk for each set of modules that have
 * the same users: two hundred, each of which takes a third of a millisecond to find and to link.
 */
const stages: readonly Stage[] = [
  ["program", "cli/program.ts"],
  ["program", "world/node.ts"],
  ["again", "cli/build.ts"],
  ["settings", "config/citation-file.ts"],
  ["settings", "api/check-config.ts"],
  ["build", "cli/print-report.ts"],
  ["build", "pipeline/build-all.ts"],
  ["build", "pipeline/make-editions.ts"],
  ["browser", "world/browser/start.ts"],
  ["pdf", "formats/pdf/format.ts"],
  ["repair", "formats/pdf/finish-print.ts"],
  ["repair", "formats/pdf/check.ts"],
  ["epub", "formats/epub/format.ts"],
  ["html", "formats/html/format.ts"],
];

/** Returns the groups of chunks, and the plug-in that finds out which modules each has. */
export function bundleStages(source: string): { groups: CodeSplittingGroup[]; plugin: Plugin } {
  const stageOf = new Map<string, string>();
  const plugin: Plugin = {
    name: "stages",
    buildEnd() {
      const add = (id: string, stage: string): void => {
        if (stageOf.has(id)) return;
        stageOf.set(id, stage);
        for (const next of this.getModuleInfo(id)?.importedIds ?? []) add(next, stage);
      };
      add(join(source, "main.ts"), "");
      for (const [stage, module] of stages) add(join(source, module), stage);
    },
  };
  const groups = Array.from(new Set(stages.map(([stage]) => stage)), (name) => ({
    name,
    test: (id: string) => stageOf.get(id) === name,
  }));
  return { groups, plugin };
}
