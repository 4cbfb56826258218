import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../../model/outcome.ts";
import type { Browser } from "../../model/browser.ts";
import { whyNoSandbox } from "./arguments.ts";
import { type Attempt, howToGetABrowser, noBrowser } from "./advice.ts";
import type { Start } from "./start.ts";
import { startFailure } from "./start-failure.ts";
import { absent, type Executable, type Fetch, type Finding, type Search, type Way } from "./way.ts";

/** Tries the ways in order until a browser runs. */
export async function openFirst(ways: readonly Way[], search: Search, start: Start): Promise<Outcome<Browser>> {
  const attempts: Attempt[] = [];
  const tried = new Set<string>();
  for (const way of ways) {
    const finding = await go(way, search, tried);
    if (finding.kind !== "found") attempts.push({ way: way.name, reason: finding.reason });
    for (const executable of executablesOf(finding)) {
      search.options.onProgress?.(startText(executable.path, search));
      try {
        return succeed(await start(executable));
      } catch (error) {
        tried.add(executable.path);
        attempts.push({ way: way.name, reason: startFailure(executable.path, error) });
        search.options.onProgress?.(startFailure(executable.path, error));
      }
    }
    if (endsTheSearch(way, finding.kind)) return fail(refusal(attempts));
  }
  return fail(diagnostic("browserFound", noBrowser(attempts), await howToGetABrowser(search.disk, search.host)));
}

/** Tries one way, downloading if it says so. */
async function go(way: Way, search: Search, tried: ReadonlySet<string>): Promise<Finding> {
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

/**
 * Returns what a download would provide, unless this system cannot use it or already has it. `tried` holds the paths
 * tried so far.
 */
export function worthFetching(way: Fetch, { host }: Search, tried: ReadonlySet<string>): Finding {
  const target = way.target(host);
  const present = executablesOf(target).find(({ path }) => tried.has(path));
  return present ? absent(`${present.path} is here already; to download it again, delete its folder.`) : target;
}

export function executablesOf(finding: Finding): readonly Executable[] {
  return finding.kind === "found" ? finding.executables : [];
}

/** Reports whether the search must stop: falling back from a browser that the user asked for would hide the mistake. */
export function endsTheSearch(way: Way, found: "found" | "absent" | "wrong"): boolean {
  return way.kind === "look" && way.explicit === true && found !== "absent";
}

function refusal(attempts: readonly Attempt[]): Diagnostic {
  const last = attempts.at(-1);
  return diagnostic(
    "browserFound",
    `The browser that was asked for by ${last?.way} cannot be used: ${last?.reason}`,
    "Correct it, or leave it out: Offprint then looks for a browser itself. `offprint doctor` shows what it finds.",
  );
}

function startText(path: string, { host }: Search): string {
  const why = whyNoSandbox(host);
  return `Starting ${path}${why === undefined ? "" : ` without its sandbox (${why})`}`;
}
