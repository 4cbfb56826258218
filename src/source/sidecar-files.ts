import { join } from "node:path";
import { all, type Outcome, succeed } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import { translationName } from "../model/translation-name.ts";
import type { World } from "../model/world.ts";
import { readBeside } from "./read-beside.ts";
import { shownPath } from "../model/shown-path.ts";

/** Names of the known files next to a publication's chapters. */
export const sidecarNames = [
  "facts.yaml",
  "glossary.yaml",
  "references.yaml",
  "references.json",
  "references.bib",
  "style.web.css",
  "style.print.css",
  "style.book.css",
] as const;

type SidecarName = (typeof sidecarNames)[number];

/** Those that exist, with their content. */
export type SidecarFiles = ReadonlyMap<SidecarName, SourceFile>;

/**
 * Reads the known files next to a publication's chapters or in a shared folder; `folder` is absolute, with links
 * resolved. For a translation, files with its language in their name come first; a glossary is read only in that
 * language.
 */
export async function readSidecarFiles(
  world: World,
  folder: string,
  language?: string,
): Promise<Outcome<SidecarFiles>> {
  const found = await Promise.all(
    sidecarNames.map(async (name) => {
      const own = language === undefined ? [] : [translationName(name, language)];
      const names = language !== undefined && name === "glossary.yaml" ? own : [...own, name];
      const states = await Promise.all(names.map((file) => world.disk.stat(join(folder, file))));
      return { name, address: names.find((_, index) => states[index]?.kind === "file") };
    }),
  );
  const there = found.flatMap(({ name, address }) => (address === undefined ? [] : [{ name, address }]));
  const from = join(folder, "publication.yaml");
  const file = shownPath(folder, world.host.workingFolder);
  const read = all(
    await Promise.all(there.map(({ address }) => readBeside(world, { folder, root: folder }, { address, from, file }))),
  );
  if (!read.ok) return read;
  return succeed(new Map(there.map(({ name }, index) => [name, read.value[index] as SourceFile])), read.diagnostics);
}
