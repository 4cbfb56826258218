import type { BrowserProgram } from "../../model/world.ts";
import { endsTheSearch, executablesOf } from "./open.ts";
import type { Look, Search, Way } from "./way.ts";

/**
 * Bytes. A smaller program may be a script or stub that starts a browser installed elsewhere, as in many Linux
 * packages; that browser can change while the stub does not.
 */
const leastBrowser = 2 ** 20;

/** Identifies the browser that would be tried first, by its file: a new version is another file. Starts nothing. */
export async function identifyFirst(ways: readonly Way[], search: Search): Promise<BrowserProgram | undefined> {
  for (const way of ways.filter((candidate): candidate is Look => candidate.kind === "look")) {
    const finding = await way.look(search);
    const [first] = executablesOf(finding);
    if (first) return identify(first.path, search);
    if (endsTheSearch(way, finding.kind)) return undefined;
  }
  return undefined;
}

async function identify(path: string, { disk }: Search): Promise<BrowserProgram | undefined> {
  const state = await disk.stat(path);
  if (!state || state.size < leastBrowser) return undefined;
  return { path, identity: `${await disk.realPath(path)} ${state.size} ${state.modified.toISOString()}` };
}
