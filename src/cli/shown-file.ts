import { isAbsolute, join, relative, sep } from "node:path";
import type { World } from "../model/world.ts";

/** A file of a folder as a person would type it. */
export function shownFile(world: World, folder: string, path: string): string {
  const whole = join(folder, path);
  const short = relative(world.host.workingFolder, whole);
  const inside = !short.startsWith("..") && !isAbsolute(short);
  return (inside ? short : whole).split(sep).join("/");
}
