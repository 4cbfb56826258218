/** Every way to print a report. */
export const reporterNames = ["text", "json", "github"] as const;

export type ReporterName = (typeof reporterNames)[number];
