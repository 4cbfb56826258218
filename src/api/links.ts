import { checkLinks as checkAll, type LinkCount, type LinkRequest } from "../link-checker/check-links.ts";
import type { Outcome } from "../model/outcome.ts";
import type { ChosenConfig } from "../config/offprint-config.ts";
import { withSettings } from "../model/plugin/scope.ts";
import type { World } from "../model/world.ts";

export type { LinkRequest };

/** Checks every web address in some texts, which are read with the plug-ins of the configuration. */
export function checkLinks(world: World, request: LinkRequest, config: ChosenConfig = {}): Promise<Outcome<LinkCount>> {
  return withSettings(config, () => checkAll(world, request));
}
