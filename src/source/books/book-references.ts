import { dirname, join } from "node:path";
import { findFrontMatter } from "../../config/front-matter-text.ts";
import { isMap } from "../../config/key-paths.ts";
import { parseYaml } from "../../config/parse-yaml.ts";
import type { SourceFile } from "../../model/source.ts";
import type { World } from "../../model/world.ts";
import { liesInside } from "../../model/shown-path.ts";
import type { Confines } from "../locate-file.ts";
import { readBeside } from "../read-beside.ts";

/** Files in which other tools' books list their references, with a reader for each. */
const places: readonly [name: string, read: (value: Readonly<Record<string, unknown>>) => unknown][] = [
  ["_quarto.yml", (value) => value["bibliography"]],
  ["_quarto.yaml", (value) => value["bibliography"]],
  ["_bookdown.yml", (value) => value["bibliography"]],
  ["index.Rmd", (value) => value["bibliography"]],
  ["myst.yml", (value) => (isMap(value["project"]) ? value["project"]["bibliography"] : undefined)],
  // Jupyter Book 1 (https://jupyterbook.org/v1/content/citations.html), MyST-Parser and jekyll-scholar.
  ["_config.yml", (value) => value["bibtex_bibfiles"] ?? ofSphinx(value) ?? ofScholar(value) ?? value["bibliography"]],
];

function ofSphinx({ sphinx }: Readonly<Record<string, unknown>>): unknown {
  const config = isMap(sphinx) ? sphinx["config"] : undefined;
  return isMap(config) ? config["bibtex_bibfiles"] : undefined;
}

function ofScholar({ scholar }: Readonly<Record<string, unknown>>): unknown {
  if (!isMap(scholar) || typeof scholar["bibliography"] !== "string") return undefined;
  const folder = typeof scholar["source"] === "string" ? scholar["source"].replace(/^\.?\//, "") : "_bibliography";
  return `${folder}/${scholar["bibliography"]}`;
}

/**
 * Returns the reference files of the book that a text belongs to: those listed in the nearest folder above the text, up
 * to the project's root. Ignores missing files, because the book is not being built.
 */
export async function readBookReferences(
  world: World,
  confines: Confines,
  { path, shown }: Pick<SourceFile, "path" | "shown">,
): Promise<SourceFile[]> {
  for (let folder = dirname(path); liesInside(confines.root, folder); folder = dirname(folder)) {
    for (const [name, read] of places) {
      const from = join(folder, name);
      if ((await world.disk.stat(from).catch(() => undefined))?.kind !== "file") continue;
      const settings = await readBeside(world, confines, { from, file: shown, address: name });
      const names = settings.ok ? namesIn(settings.value, read) : [];
      if (names.length === 0) continue;
      const files = await Promise.all(
        names.map((address) => readBeside(world, confines, { from, file: shown, address })),
      );
      return files.flatMap((file) => (file.ok ? [file.value] : []));
    }
    if (dirname(folder) === folder) break;
  }
  return [];
}

function namesIn({ text, shown }: SourceFile, read: (typeof places)[number][1]): string[] {
  const yaml = shown.endsWith(".Rmd") ? (findFrontMatter(text)?.text ?? "") : text;
  const data = parseYaml(yaml, { file: shown });
  const value = data.ok && isMap(data.value.value) ? read(data.value.value) : undefined;
  return [value].flat().filter((name): name is string => typeof name === "string" && name.trim() !== "");
}
