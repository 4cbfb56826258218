import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Cost, measureCommand } from "./measure-command.ts";

/** Builds documents from texts, each of one or more files, sequentially. */
export type Peer = (texts: readonly (readonly string[])[]) => () => Promise<Cost>;

/** Returns pandoc's web page, e-book and, with WeasyPrint, PDF; `undefined` if one of the two is not installed. */
export function findPandoc(folder: string): Peer | undefined {
  const isThere = (program: string): boolean => spawnSync(program, ["--version"]).status === 0;
  if (!isThere("pandoc") || !isThere("weasyprint")) return undefined;
  return (texts) => async () => {
    const costs: Cost[] = [];
    for (const files of texts) {
      for (const [ending = "", ...words] of [["html"], ["epub"], ["pdf", "--pdf-engine=weasyprint"]]) {
        costs.push(await measureCommand("pandoc", ["-s", ...files, "-o", join(folder, `pandoc.${ending}`), ...words]));
      }
    }
    return together(costs);
  };
}

/** Adds the costs of consecutive commands. */
function together(costs: readonly Cost[]): Cost {
  const sum = (name: keyof Cost): number => costs.reduce((total, cost) => total + cost[name], 0);
  const most = (name: keyof Cost): number => Math.max(...costs.map((cost) => cost[name]));
  return { wall: sum("wall"), processors: sum("processors"), memory: most("memory"), browser: most("browser") };
}
