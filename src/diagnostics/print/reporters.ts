import { github } from "./github.ts";
import { json } from "./json.ts";
import type { Reporter } from "./report.ts";
import type { ReporterName } from "./reporter-names.ts";
import { text } from "./text.ts";

export const reporters: Readonly<Record<ReporterName, Reporter>> = { text, json, github };
