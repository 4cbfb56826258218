import { AsyncLocalStorage } from "node:async_hooks";
import type { Plugin } from "./plugin.ts";

/**
 * The plug-ins of the run that is going on. Every list of Offprint that a plug-in can add to is read as "ours and those of
 * this run". Two builds of one process, side by side, do not see each other's.
 */
const scope = new AsyncLocalStorage<readonly Plugin[]>();

const none: readonly Plugin[] = [];

/** Do some work with these plug-ins. */
export function withPlugins<T>(plugins: readonly Plugin[], work: () => T): T {
  return plugins.length === 0 ? work() : scope.run(plugins, work);
}

function activePlugins(): readonly Plugin[] {
  return scope.getStore() ?? none;
}

/** What the plug-ins of this run add to a list, each with its plug-in. */
export function fromPlugins<Key extends ListKey>(key: Key): { plugin: Plugin; item: Item<Key> }[] {
  return activePlugins().flatMap((plugin) => {
    const items = (plugin[key] ?? []) as readonly Item<Key>[];
    return items.map((item) => ({ plugin, item }));
  });
}

type ListKey = "transforms" | "directives" | "dialects" | "charts" | "formats" | "editions";
type Item<Key extends ListKey> = NonNullable<Plugin[Key]>[number];
