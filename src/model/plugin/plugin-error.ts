import type { Plugin } from "./plugin.ts";

/** An exception in a plug-in, with what it was doing. */
export class PluginError extends Error {
  readonly plugin: Plugin;
  /** "the dialect …" */
  readonly work: string;
  readonly reason: unknown;

  constructor(plugin: Plugin, work: string, reason: unknown) {
    super(`The plug-in "${plugin.name}" failed at ${work}.`);
    this.plugin = plugin;
    this.work = work;
    this.reason = reason;
  }
}

/** A function of a plug-in, whose exceptions say which plug-in it is. */
export function guarded<Given extends unknown[], Made>(
  plugin: Plugin,
  work: string,
  run: (...given: Given) => Made,
): (...given: Given) => Made {
  return (...given) => {
    try {
      return run(...given);
    } catch (error) {
      throw error instanceof PluginError ? error : new PluginError(plugin, work, error);
    }
  };
}
