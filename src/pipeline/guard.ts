import { diagnostic } from "../diagnostics/diagnostic.ts";
import { pluginFault } from "../diagnostics/plugin-report.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { fail, type Outcome } from "../model/outcome.ts";
import { PluginError } from "../model/plugin/plugin-error.ts";

/** Turns an exception into a diagnostic of a publication. */
export async function guard<T>(file: string | undefined, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    return fail(faultOf(error, file, "This is a fault of Offprint: please report it with the file."));
  }
}

/** Returns what an exception is reported as; too deep a nesting is the author's error. `hint` is for all others. */
export function faultOf(error: unknown, file: string | undefined, hint: string): Diagnostic {
  const location = { file };
  if (error instanceof RangeError && error.message.includes("call stack")) {
    const levels = "Quote or list to a few levels only.";
    return diagnostic("sourceSize", "The text is nested too deeply to be read.", levels, location);
  }
  if (error instanceof PluginError) return pluginFault(error.plugin, error.work, error.reason, location);
  const message = error instanceof Error ? error.message : String(error);
  return diagnostic("internalFault", `Offprint failed: ${message}`, hint, location);
}
