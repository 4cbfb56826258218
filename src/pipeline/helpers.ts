import type { Outcome } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import type { SourcePublication } from "../source/source-publication.ts";
import type { Step } from "./build-publication.ts";
import type { BuildRequest } from "./build-request.ts";
import { type BuildAnswer, longestBuild, toTask } from "./build-task.ts";
import type { Built } from "./built.ts";

/**
 * Publications that make a process worth starting: loading and compiling its code takes as long as building five of
 * them.
 */
const publicationsPerProcess = 10;

/**
 * Publications from which on helpers build all of them: they give back what they free, and this process, whose
 * allocator cannot be set from within, stays as small as it was at the beginning.
 */
const manyPublications = 100;

/**
 * Opens helper processes for all lanes of a build, or for all but the first, as far as there is enough to do. Each has
 * its own browser.
 */
export function openHelpers(world: World, request: BuildRequest, publications: number, lanes: number) {
  const { startHelper } = world;
  /** Lanes of this process. */
  const own = lanes > 1 && publications >= manyPublications ? 0 : 1;
  const count = startHelper ? Math.min(lanes - own, Math.floor(publications / publicationsPerProcess) - 1) : 0;
  const helpers = Array.from({ length: Math.max(0, count) }, () => startHelper?.());
  return {
    /** Resolves with `undefined` where the lane has no helper, its helper has ended, or the source cannot be sent. */
    async make(lane: number, source: SourcePublication, step: Step): Promise<Outcome<Built[]> | undefined> {
      const helper = helpers[lane - own];
      const task = helper && toTask(world, source, request);
      if (!helper || !task) return undefined;
      step("beside", 0);
      try {
        const { outcome, stages } = (await helper.ask(task, longestBuild)) as BuildAnswer;
        request.addTimes?.(stages);
        return outcome;
      } catch {
        request.signal?.throwIfAborted();
        // The caller builds it here.
        return undefined;
      }
    },
    end: () => Promise.all(helpers.map(async (helper) => helper?.end())),
  };
}
