import type { Diagnostic } from "../model/diagnostic.ts";
import type { Plugin } from "../model/plugin/plugin.ts";
import type { PluginReport } from "../model/plugin/rule.ts";
import type { JoinedText } from "../model/source.ts";
import { diagnostic, diagnosticOf, type SourceLocation } from "./diagnostic.ts";
import { didYouMean } from "./nearest.ts";

/** Creates a reporter for a plug-in that collects diagnostics about nodes of an article. */
export type PluginReporter = (plugin: Plugin) => PluginReport;

export function pluginReporter(text: JoinedText, diagnostics: Diagnostic[]): PluginReporter {
  return (plugin) => (name, node, message, hint) => {
    const rules = plugin.rules ?? {};
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) throw new Error(`It has no rule "${name}". ${didYouMean(name, Object.keys(rules)) ?? ""}`.trim());
    const { file, position } = text.locate(node?.position);
    const location = { file: file.shown, position };
    diagnostics.push(diagnosticOf(name, { severity: rule.severity, concern: "work" }, message, hint, location));
  };
}

/** Returns a diagnostic for an exception in a plug-in: which plug-in, in what, and why, without a stack trace. */
export function pluginFault(plugin: Plugin, work: string, error: unknown, location: SourceLocation = {}): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `The plug-in "${plugin.name}" failed at ${work}: ${reason}`;
  return diagnostic("pluginRuns", message, "Correct the plug-in, or remove it from offprint.config.ts.", location);
}
