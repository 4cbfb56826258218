import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { readYaml } from "../../src/config/read-yaml.ts";
import { templateFile } from "../../src/config/template-file.ts";
import { settingsName } from "../../src/template/ready-settings.ts";
import { valueOf } from "./bench/measure.ts";

/**
 * Writes the settings of the templates that extend no other, for `src/template/ready-settings.ts` in the npm package: to
 * parse and validate them takes a thirtieth of a short article's main thread.
 */
export function writeSettings(templates: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(templates)) {
    const file = join(templates, name, "template.yaml");
    if (!existsSync(file)) continue;
    const description = readFileSync(file, "utf8");
    if (/^extends:/m.test(description)) continue;
    const settings = valueOf(readYaml(description, templateFile, { file, rule: "templateShape" }));
    const text = JSON.stringify(settings);
    if (!isDeepStrictEqual(JSON.parse(text), settings)) throw new Error(`${file} has settings that JSON cannot hold.`);
    writeFileSync(join(folder, settingsName(description)), text);
  }
}
