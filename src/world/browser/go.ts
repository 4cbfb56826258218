import { absent, type Executable, type Fetch, type Finding, type Search, type Way } from "./way.ts";

/** Go one way to its end, fetching where it says so. */
export async function go(way: Way, search: Search, tried: ReadonlySet<string>): Promise<Finding> {
  if (way.kind === "look") return way.look(search);
  const target = worthFetching(way, search, tried);
  if (target.kind !== "found") return target;
  try {
    await way.fetch(search);
    return target;
  } catch (error) {
    return absent(error instanceof Error ? error.message : String(error));
  }
}

/** What a fetch would bring, unless this system cannot use it or has it already and it does not start. */
export function worthFetching(way: Fetch, { host }: Search, tried: ReadonlySet<string>): Finding {
  const target = way.target(host);
  const failed = executablesOf(target).find(({ path }) => tried.has(path));
  return failed ? absent(`${failed.path} is here already; to fetch it again, delete its folder.`) : target;
}

export function executablesOf(finding: Finding): readonly Executable[] {
  return finding.kind === "found" ? finding.executables : [];
}
