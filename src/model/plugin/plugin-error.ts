import { bounded } from "./bounded.ts";
import type { Plugin } from "./plugin.ts";

/** An exception thrown by a plug-in, with what it was doing. */
export class PluginError extends Error {
  readonly plugin: Plugin;
  /** For example "the dialect …". */
  readonly work: string;
  readonly reason: unknown;

  constructor(plugin: Plugin, work: string, reason: unknown) {
    super(`The plug-in "${plugin.name}" failed at ${work}.`);
    this.plugin = plugin;
    this.work = work;
    this.reason = reason;
  }
}

/** Wraps a function of a plug-in so that it ends, and its exceptions name the plug-in. */
export function guarded<Given extends unknown[], Made>(
  plugin: Plugin,
  work: string,
  run: (...args: Given) => Made,
): (...args: Given) => Made {
  return (...args) => {
    try {
      return bounded(() => run(...args));
    } catch (error) {
      throw error instanceof PluginError ? error : new PluginError(plugin, work, error);
    }
  };
}
