import { join } from "node:path";
import { all, type Outcome, succeed } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";
import { readBeside } from "./read-beside.ts";
import { shownPath } from "./shown-path.ts";

/** The files beside a publication's chapters that Offprint knows by their names. */
const companionNames = ["facts.yaml", "glossary.yaml", "references.yaml", "references.json", "references.bib"] as const;

type CompanionName = (typeof companionNames)[number];

/** Those of them that are there, read. */
export type Companions = ReadonlyMap<CompanionName, SourceFile>;

/** Read what lies beside the chapters of a publication; `folder` is absolute, links resolved. */
export async function readCompanions(world: World, folder: string): Promise<Outcome<Companions>> {
  const states = await Promise.all(companionNames.map((name) => world.disk.stat(join(folder, name))));
  const there = companionNames.filter((_, index) => states[index]?.kind === "file");
  const from = join(folder, "publication.yaml");
  const file = shownPath(folder, world.host.workingFolder);
  const read = all(await Promise.all(there.map((address) => readBeside(world, folder, { address, from, file }))));
  if (!read.ok) return read;
  return succeed(new Map(there.map((name, index) => [name, read.value[index] as SourceFile])), read.notes);
}
