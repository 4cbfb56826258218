import { unfinishedWork } from "../model/plugin/work-in-progress.ts";

/** Names the plug-ins whose promises never settle when nothing is left to do, and ends the program with 2. */
export function endUnfinished(): void {
  process.once("beforeExit", () => {
    const sentences = unfinishedWork();
    for (const one of sentences) console.error(`${one} Correct it, or remove it from offprint.config.ts.`);
    if (sentences.length > 0) process.exit(2);
  });
}
