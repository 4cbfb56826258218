import { AsyncLocalStorage } from "node:async_hooks";
import type { Plugin } from "./plugin.ts";

/** The active profile of the configuration, and the names of all profiles. */
export interface ChosenProfile {
  readonly name: string | undefined;
  readonly names: readonly string[];
}

/** The parts of a configuration that lists and conditions read. */
interface Settings {
  readonly plugins?: readonly Plugin[] | undefined;
  readonly profile?: ChosenProfile | undefined;
}

/**
 * Plug-ins and profile of the current run. Lists that plug-ins can extend are read as built-in entries plus those of
 * the run. Concurrent builds in one process do not see each other's.
 */
const scope = new AsyncLocalStorage<Settings>();

const none: readonly Plugin[] = [];

/** Runs work with the plug-ins and the profile of a configuration. */
export function withSettings<T>({ plugins, profile }: Settings, work: () => T): T {
  return scope.run({ plugins, profile }, work);
}

/** Returns the profile of the current run. */
export function activeProfile(): ChosenProfile {
  return scope.getStore()?.profile ?? { name: undefined, names: [] };
}

function activePlugins(): readonly Plugin[] {
  return scope.getStore()?.plugins ?? none;
}

/** Returns the entries that plug-ins of the current run add to a list, each with its plug-in. */
export function fromPlugins<Key extends ListKey>(key: Key): { plugin: Plugin; item: Item<Key> }[] {
  return activePlugins().flatMap((plugin) => {
    const items = (plugin[key] ?? []) as readonly Item<Key>[];
    return items.map((item) => ({ plugin, item }));
  });
}

type ListKey = "transforms" | "directives" | "dialects" | "charts" | "formats" | "editions";
type Item<Key extends ListKey> = NonNullable<Plugin[Key]>[number];
