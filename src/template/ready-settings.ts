import { join } from "node:path";
import type { TemplateSettings } from "./family.ts";
import { sha256Of } from "../model/sha256.ts";
import type { World } from "../model/world.ts";

/**
 * Settings of the npm package's templates, parsed and validated when the package is made
 * (`.github/scripts/write-settings.ts`). The source tree has none.
 */
const folder = join(import.meta.dirname, "settings");

/** Returns the file name of a description's settings there. */
export function settingsName(description: string): string {
  return `${sha256Of(description)}.json`;
}

/** Returns the settings of a description, if they are there. */
export async function readySettings(
  { disk }: Pick<World, "disk">,
  description: string,
): Promise<TemplateSettings | undefined> {
  const path = join(folder, settingsName(description));
  if (!(await disk.stat(path))) return undefined;
  return JSON.parse(new TextDecoder().decode(await disk.read(path))) as TemplateSettings;
}
