import { createRequire } from "node:module";
import { join } from "node:path";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { fail, type Outcome, succeed } from "../../model/outcome.ts";
import type { Host } from "../../model/world.ts";

/** Returns the entry point of a package that is installed with Offprint or in the user's project. */
export function installed(host: Host, name: string, checker: string): Outcome<string> {
  for (const folder of [host.toolFolder, host.workingFolder]) {
    try {
      return succeed(createRequire(join(folder, "package.json")).resolve(name));
    } catch {
      // Not installed here: try the next folder.
    }
  }
  return fail(diagnostic("checkerFound", `${checker} is not installed.`, `Run: npm install --save-dev ${name}`));
}
