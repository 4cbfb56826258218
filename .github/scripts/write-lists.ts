import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { listModules } from "./list-modules.ts";

for (const [path, text] of listModules()) writeFileSync(join(import.meta.dirname, "../../src", path), text);
