import { type Outcome, succeed, fail } from "../model/outcome.ts";
import type { Built } from "./built.ts";
import type { OutputFolder } from "./output-folder.ts";

/** What is done with each publication as soon as it is built. Returns what a run keeps of it. */
export type Finish = (built: Built) => Promise<Outcome<Built>>;

/**
 * Writes the artifacts of each publication to their way into the output folder. Without `keepsArtifacts`, the run keeps
 * none of their bytes, so that its memory does not grow with the number of publications.
 */
export function finishIn(output: OutputFolder | undefined, keepsArtifacts: boolean): Finish {
  return async (built) => {
    for (const { path, bytes, picture } of output ? built.artifacts : []) {
      await output?.add({ path, bytes });
      if (picture) await output?.add(picture);
    }
    if (output?.failure) return fail(output.failure);
    return succeed(keepsArtifacts ? built : { ...built, artifacts: [] });
  };
}

/** Finishes what was built. */
export async function finishAll(
  made: Outcome<readonly Built[]>,
  finish: Finish | undefined,
): Promise<Outcome<Built[]>> {
  if (!made.ok) return made;
  const finished: Built[] = [];
  for (const built of made.value) {
    const done = finish ? await finish(built) : succeed(built);
    if (!done.ok) return fail(...made.diagnostics, ...done.diagnostics);
    finished.push(done.value);
  }
  return succeed(finished, made.diagnostics);
}
