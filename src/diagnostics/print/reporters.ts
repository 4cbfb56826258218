import { github } from "./github.ts";
import { json } from "./json.ts";
import type { Reporter } from "./report.ts";
import { text } from "./text.ts";

/** Every way to print a report. */
export const reporters = { text, json, github } as const satisfies Record<string, Reporter>;

export type ReporterName = keyof typeof reporters;

export const reporterNames = Object.keys(reporters) as ReporterName[];
