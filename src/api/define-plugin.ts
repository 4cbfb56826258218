import type { PluginAttributes, PluginDirective } from "../model/plugin/directive.ts";
import type { PluginFormat } from "../model/plugin/format.ts";
import type { Plugin } from "../model/plugin/plugin.ts";

/**
 * Types a plug-in for `plugins` in `offprint.config.ts`, so that editors can complete its keys and the rule names of
 * `report`.
 */
export function definePlugin<Rule extends string>(plugin: Plugin<Rule>): Plugin {
  return plugin;
}

/** Types a directive of a plug-in: its attributes get the output types of their schemas. */
export function defineDirective<Shape extends PluginAttributes>(directive: PluginDirective<Shape>): PluginDirective {
  return directive;
}

/** Types a format of a plug-in: `write` receives what `compose` returns. */
export function defineFormat<Composed>(format: PluginFormat<Composed>): PluginFormat {
  return format;
}
