import { createRequire } from "node:module";
import { join } from "node:path";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { fail, type Outcome, succeed } from "../../model/outcome.ts";
import type { Host } from "../../model/world.ts";

/** The file that a package is loaded by, where Offprint or the project that the user stands in has it installed. */
export function installed(host: Host, name: string, checker: string): Outcome<string> {
  for (const folder of [host.toolFolder, host.workingFolder]) {
    try {
      return succeed(createRequire(join(folder, "package.json")).resolve(name));
    } catch {
      // Not here.
    }
  }
  return fail(diagnostic("checkerFound", `${checker} is not installed.`, `Run: npm install --save-dev ${name}`));
}
