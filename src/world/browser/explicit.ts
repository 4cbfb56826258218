import { pathsOf } from "./paths.ts";
import type { Finding, Look, Search } from "./way.ts";

/** The browser that the command line or the configuration names. */
export const namedByOption: Look = {
  kind: "look",
  name: "the path given to Offprint",
  explicit: true,
  look: (search) => lookAt(search, search.options.path, "No path was given."),
};

/** The browser named by the environment variable that Puppeteer established. */
export const namedByVariable: Look = {
  kind: "look",
  name: "PUPPETEER_EXECUTABLE_PATH",
  explicit: true,
  look: (search) => lookAt(search, search.host.variables["PUPPETEER_EXECUTABLE_PATH"], "The variable is not set."),
};

async function lookAt({ disk, host }: Search, value: string | undefined, notGiven: string): Promise<Finding> {
  if (!value) return { kind: "absent", reason: notGiven };
  const path = pathsOf(host).resolve(host.workingFolder, value);
  const state = await disk.stat(path).catch(() => undefined);
  if (!state) return { kind: "wrong", reason: `${path} does not exist.` };
  if (state.kind !== "file") return { kind: "wrong", reason: `${path} is not a program but a ${state.kind}.` };
  if (!state.executable) return { kind: "wrong", reason: `${path} is not marked as a program that can be run.` };
  return { kind: "found", executables: [{ path }] };
}
