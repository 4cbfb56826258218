import { checkLinks as checkAll, type LinkCount, type LinkRequest } from "../link-checker/check-links.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Plugin } from "../model/plugin/plugin.ts";
import { withPlugins } from "../model/plugin/scope.ts";
import type { World } from "../model/world.ts";

export type { LinkRequest };

/** Ask for every web address of some texts, which are read with the plug-ins of the configuration. */
export function checkLinks(
  world: World,
  request: LinkRequest,
  plugins: readonly Plugin[] = [],
): Promise<Outcome<LinkCount>> {
  return withPlugins(plugins, () => checkAll(world, request));
}
