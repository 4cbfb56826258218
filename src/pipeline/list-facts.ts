import { type Fact, readFacts } from "../config/facts-file.ts";
import { all, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { readSidecarFiles } from "../source/sidecar-files.ts";
import type { FindOptions } from "../source/find.ts";
import { shownPath } from "../model/shown-path.ts";
import { findSources } from "./find-sources.ts";

/** A fact and the slug of its publication, or the shared folder of the project. */
export interface ListedFact {
  readonly publication: string;
  readonly fact: Fact;
}

/** Returns the facts of all publications by the day of their next check, those without one last. */
export async function listFacts(
  world: World,
  sources: readonly string[],
  options: Pick<FindOptions, "from" | "shared"> = {},
): Promise<Outcome<ListedFact[]>> {
  const found = await findSources(world, sources, options);
  if (!found.ok) return found;
  const common = new Set(found.value.flatMap(({ shared }) => shared ?? []));
  const folders = [
    ...found.value.filter(({ translation }) => !translation).map(({ folder, slug }) => ({ folder, name: slug })),
    ...Array.from(common, (folder) => ({ folder, name: `${shownPath(folder, world.host.workingFolder)}/` })),
  ];
  const listed = all(await Promise.all(folders.map((folder) => factsIn(world, folder))));
  if (!listed.ok) return listed;
  const never = "9999";
  const order = ({ publication, fact }: ListedFact): string => `${fact.recheck ?? never} ${publication} ${fact.id}`;
  const facts = listed.value.flat().toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  return succeed(facts, [...found.diagnostics, ...listed.diagnostics]);
}

async function factsIn(
  world: World,
  { folder, name }: Readonly<Record<"folder" | "name", string>>,
): Promise<Outcome<ListedFact[]>> {
  const companions = await readSidecarFiles(world, folder);
  if (!companions.ok) return companions;
  const facts = readFacts(companions.value.get("facts.yaml"));
  if (!facts.ok) return facts;
  const listed = Array.from(facts.value.values(), (fact) => ({ publication: name, fact }));
  return succeed(listed, [...companions.diagnostics, ...facts.diagnostics]);
}
