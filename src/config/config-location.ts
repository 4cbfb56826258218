import { join } from "node:path";
import type { World } from "../model/world.ts";
import { locateKey } from "./locate-key.ts";
import type { KeyLocation } from "./read-yaml.ts";

/** What stands for the file where a program hands the configuration over. */
export const optionsOfCall = "the options";

/** File names of the configuration, by precedence. */
const configNames = ["offprint.config.ts", "offprint.config.js", "offprint.config.mjs"];

/** Returns the file name of the configuration in the working folder. */
export async function findConfig({ disk, host }: Pick<World, "disk" | "host">): Promise<string | undefined> {
  const states = await Promise.all(configNames.map((name) => disk.stat(join(host.workingFolder, name))));
  return configNames.find((_, index) => states[index]?.kind === "file");
}

/** Returns what locates keys of the configuration: its file, and the position where the key is written in it. */
export async function configLocation(world: Pick<World, "disk" | "host">): Promise<KeyLocation> {
  const file = await findConfig(world);
  if (file === undefined) return () => ({ file: optionsOfCall });
  const bytes = await world.disk.read(join(world.host.workingFolder, file)).catch(() => new Uint8Array());
  const source = new TextDecoder().decode(bytes);
  return (...path) => {
    const start = locateKey(source, path);
    return { file, ...(start && { position: { start } }) };
  };
}
