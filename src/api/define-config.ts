import type { OffprintConfig } from "../config/offprint-config.ts";

/** A configuration, for `offprint.config.ts`: an editor then knows its keys. */
export function defineConfig(config: OffprintConfig): OffprintConfig {
  return config;
}
