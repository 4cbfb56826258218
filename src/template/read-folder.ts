import { join, resolve } from "node:path";
import { didYouMean } from "../diagnostics/nearest.ts";
import { diagnostic, type SourceLocation } from "../diagnostics/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";

/** A template's folder. */
export interface TemplateFolder {
  readonly name: string;
  readonly path: string;
  /** The text files, by relative path. */
  readonly files: ReadonlyMap<string, string>;
  /** The name of its template.yaml in diagnostics. */
  readonly shown: string;
  /** The content of `template.yaml`. */
  readonly description: string;
  /** The template folders that come after the one that has it. */
  readonly behind: readonly string[];
}

/** Reads a template by name from the first of some template folders that has it; `at` is where it is requested. */
export async function readTemplateFolder(
  world: World,
  folders: readonly string[],
  name: string,
  at?: SourceLocation,
): Promise<Outcome<TemplateFolder>> {
  const lists = await Promise.all(folders.map((folder) => templatesIn(world, folder)));
  const index = lists.findIndex((list) => list.includes(name));
  const parent = folders[index];
  if (parent === undefined) {
    const known = [...new Set(lists.flat())];
    const hint = didYouMean(name, known) ?? `Available: ${known.join(", ") || "none"}.`;
    return fail(diagnostic("templateExists", `There is no template "${name}".`, hint, at));
  }
  const path = resolve(parent, name);
  const files = new Map(await readFolder(world, path, ""));
  const shown = `templates/${name}/template.yaml`;
  const description = files.get("template.yaml");
  if (description === undefined)
    return fail(
      diagnostic("templateShape", `The template "${name}" has no template.yaml.`, undefined, { file: shown }),
    );
  return succeed({ name, path, files, shown, description, behind: folders.slice(index + 1) });
}

async function templatesIn(world: World, folder: string): Promise<string[]> {
  const entries = await world.disk.list(folder).catch(() => []);
  return entries.filter((entry) => entry.kind === "folder").map((entry) => entry.name);
}

async function readFolder(world: World, folder: string, prefix: string): Promise<[string, string][]> {
  const entries = await world.disk.list(folder);
  const lists = await Promise.all(
    entries.map(async ({ name, kind }): Promise<[string, string][]> => {
      if (kind === "folder") return readFolder(world, join(folder, name), `${prefix}${name}/`);
      return kind === "file" && !/\.(?:ttf|otf|woff2?|png|jpe?g)$/i.test(name)
        ? [[prefix + name, new TextDecoder().decode(await world.disk.read(join(folder, name)))]]
        : [];
    }),
  );
  return lists.flat();
}
