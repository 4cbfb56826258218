import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchemas } from "./json-schemas.ts";

const folder = join(import.meta.dirname, "../../src/config/schemas");

for (const [name, text] of jsonSchemas) writeFileSync(join(folder, name), text);
