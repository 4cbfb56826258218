import type { BrowserSighting } from "../../model/world.ts";
import { whyNoSandbox } from "./arguments.ts";
import { endsTheSearch, executablesOf, worthFetching } from "./open.ts";
import type { Start } from "./start.ts";
import { startFailure } from "./start-failure.ts";
import type { Executable, Finding, Search, Way } from "./way.ts";

type Sighting = Omit<BrowserSighting, "chosen">;

/** Tries every way, starts each browser that is installed, and closes it again. Downloads nothing. */
export async function inspectWays(
  ways: readonly Way[],
  search: Search,
  start: Start,
): Promise<readonly BrowserSighting[]> {
  const sightings: Sighting[] = [];
  const seenPaths = new Set<string>();
  let ended = false;
  let chosen: Sighting | undefined;
  for (const way of ways) {
    const finding = way.kind === "look" ? await way.look(search) : worthFetching(way, search, seenPaths);
    const seen = await inspectFinding(way, finding, search, start);
    for (const { path } of seen) if (path !== undefined) seenPaths.add(path);
    if (!ended) chosen ??= seen.find(({ state }) => state === "ready" || state === "fetchable");
    ended ||= endsTheSearch(way, finding.kind);
    sightings.push(...seen);
  }
  return sightings.map((sighting) => ({ ...sighting, chosen: sighting === chosen }));
}

async function inspectFinding(way: Way, finding: Finding, search: Search, start: Start): Promise<readonly Sighting[]> {
  if (finding.kind !== "found") {
    return [{ way: way.name, state: finding.kind === "wrong" ? "broken" : "absent", reason: finding.reason }];
  }
  const sightings: Sighting[] = [];
  for (const executable of executablesOf(finding)) {
    const fetchable: Sighting = { way: way.name, state: "fetchable", path: executable.path };
    sightings.push(way.kind === "fetch" ? fetchable : await tryOut(way.name, executable, search, start));
  }
  return sightings;
}

async function tryOut(way: string, executable: Executable, { host }: Search, start: Start): Promise<Sighting> {
  const { path } = executable;
  try {
    const browser = await start(executable);
    await browser.close();
    const reason = whyNoSandbox(host);
    const { version, sandboxed } = browser;
    return { way, state: "ready", path, version, sandboxed, ...(reason !== undefined && { reason }) };
  } catch (error) {
    return { way, state: "broken", path, reason: startFailure(path, error) };
  }
}
