import type { Plugin } from "./plugin.ts";

/** What plug-ins are doing. A promise that never settles leaves its work here when the program runs out of work. */
const inProgress = new Set<string>();

/** Records the work of a plug-in until the returned function is called. */
export function beginWork(plugin: Plugin, work: string): () => void {
  const text = `The plug-in "${plugin.name}" does not end at ${work}.`;
  inProgress.add(text);
  return () => void inProgress.delete(text);
}

/** Returns a sentence for each work that has not ended. */
export function unfinishedWork(): readonly string[] {
  return [...inProgress];
}
