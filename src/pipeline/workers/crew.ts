import type { Helper } from "../../model/worker.ts";
import type { World } from "../../model/world.ts";
import { noCache, openBuildCache } from "../build-cache.ts";
import type { BuildRequest } from "../build-request.ts";
import { type BuildAnswer, type BuildTask, longestBuild, openHelp, toTask } from "../build-task.ts";
import type { SourcePublication } from "../../source/source-publication.ts";

/**
 * Builds publications in separate processes, as many as requested at the same time, so that a worker always responds.
 */
export interface Crew {
  make(world: World, source: SourcePublication, request: BuildRequest, isCached: boolean): Promise<BuildAnswer>;
  end(): Promise<void>;
}

export function openCrew(world: World): Crew {
  const free: Helper[] = [];
  const all = new Set<Helper>();
  const here = openHelp(world);
  const beside = async (task: BuildTask, helper: Helper): Promise<BuildAnswer> => {
    all.add(helper);
    try {
      const answer = (await helper.ask(task, longestBuild)) as BuildAnswer;
      free.push(helper);
      return answer;
    } catch (error) {
      all.delete(helper);
      throw error;
    }
  };
  return {
    async make(seen, source, request, isCached) {
      const settings = { ...request, cache: isCached ? openBuildCache(seen, request.config) : noCache };
      const sent = toTask(seen, source, settings);
      const helper = sent && (free.pop() ?? world.startHelper?.());
      if (sent && helper) return beside({ ...sent, isSeen: true }, helper);
      const { cache: _, ...plain } = settings;
      return here.work({ source, request: plain, isCached, isSeen: true, workingFolder: seen.host.workingFolder });
    },
    async end() {
      await Promise.all([...Array.from(all, (helper) => helper.end()), here.close()]);
    },
  };
}
