import type { OffprintConfig } from "../config/offprint-config.ts";

/** Types a configuration for `offprint.config.ts`, so that editors can complete its keys. */
export function defineConfig(config: OffprintConfig): OffprintConfig {
  return config;
}
