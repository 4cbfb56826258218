import type { PluginAttributes, PluginDirective } from "../model/plugin/directive.ts";
import type { PluginFormat } from "../model/plugin/format.ts";
import type { Plugin } from "../model/plugin/plugin.ts";

/** A plug-in, for `plugins` in `offprint.config.ts`: an editor then knows its keys, and `report` the names of its rules. */
export function definePlugin<Rule extends string>(plugin: Plugin<Rule>): Plugin {
  return plugin;
}

/** A directive of a plug-in, whose attributes have the types that their schemas give. */
export function defineDirective<Shape extends PluginAttributes>(directive: PluginDirective<Shape>): PluginDirective {
  return directive;
}

/** A format of a plug-in, in which `write` gets what `compose` makes. */
export function defineFormat<Composed>(format: PluginFormat<Composed>): PluginFormat {
  return format;
}
