import { AsyncLocalStorage } from "node:async_hooks";
import type { Plugin } from "./plugin.ts";

/** The profile of the configuration that a run was asked for, and the names of all of them. */
export interface ChosenProfile {
  readonly name: string | undefined;
  readonly names: readonly string[];
}

/** Of a configuration, what every list of Offprint and every condition of a text can ask for. */
interface Settings {
  readonly plugins?: readonly Plugin[] | undefined;
  readonly profile?: ChosenProfile | undefined;
}

/**
 * The plug-ins and the profile of the run that is going on. Every list of Offprint that a plug-in can add to is read as "ours and those of
 * this run". Two builds of one process, side by side, do not see each other's.
 */
const scope = new AsyncLocalStorage<Settings>();

const none: readonly Plugin[] = [];

/** Do some work with the plug-ins and the profile of a configuration. */
export function withSettings<T>({ plugins, profile }: Settings, work: () => T): T {
  return scope.run({ plugins, profile }, work);
}

/** The profile of this run. */
export function activeProfile(): ChosenProfile {
  return scope.getStore()?.profile ?? { name: undefined, names: [] };
}

function activePlugins(): readonly Plugin[] {
  return scope.getStore()?.plugins ?? none;
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
