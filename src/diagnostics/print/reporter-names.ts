/** Names of all reporters. */
export const reporterNames = ["text", "json", "github"] as const;

export type ReporterName = (typeof reporterNames)[number];
