import { dirname, join } from "node:path";
import { liesInside } from "../model/shown-path.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";
import type { Confines } from "./locate-file.ts";
import { readBeside } from "./read-beside.ts";

const definition = /^ {0,3}\[([^\]^]+)\]:[ \t]*\S/;

/**
 * Adds the link definitions that a text uses from the `links.md` of its lesson, which the Carpentries Workbench puts
 * behind every page (https://carpentries.github.io/sandpaper-docs/episodes.html).
 */
export async function withLessonLinks(world: World, confines: Confines, file: SourceFile): Promise<SourceFile> {
  if (!/\]\[|\[[^[\]\n]+\](?![(:[])/.test(file.text)) return file;
  const lesson = await findLesson(world, confines, dirname(file.path));
  if (lesson === undefined) return file;
  const reference = { from: join(lesson, "config.yaml"), file: file.shown, address: "links.md" };
  const links = await readBeside(world, confines, reference);
  if (!links.ok || links.value.path === file.path) return file;
  const text = file.text.toLowerCase();
  const known = new Set(Array.from(text.matchAll(/\[[^[\]\n]+\]:?/g), ([label]) => label));
  const used = links.value.text.split(/\r?\n/).filter((line) => {
    const label = definition.exec(line)?.[1]?.toLowerCase();
    return label !== undefined && known.has(`[${label}]`) && !known.has(`[${label}]:`);
  });
  return used.length === 0 ? file : { ...file, text: `${file.text.trimEnd()}\n\n${used.join("\n")}\n` };
}

async function findLesson(world: World, { root }: Confines, folder: string): Promise<string | undefined> {
  for (let here = folder; liesInside(root, here); here = dirname(here)) {
    const states = await Promise.all(
      ["config.yaml", "links.md"].map((name) => world.disk.stat(join(here, name)).catch(() => undefined)),
    );
    if (states.every((state) => state?.kind === "file")) return here;
    if (here === dirname(here)) return undefined;
  }
  return undefined;
}
