import { type Fact, readFacts } from "../config/facts-file.ts";
import type { SourceKind } from "../model/imported.ts";
import { all, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { readSidecarFiles } from "../source/sidecar-files.ts";
import { findSources } from "./find-sources.ts";
import type { SourcePublication } from "../source/source-publication.ts";

/** A fact and the slug of the publication that it belongs to. */
export interface ListedFact {
  readonly publication: string;
  readonly fact: Fact;
}

/** The facts of all these publications by the day of their next check, those that need none last. */
export async function listFacts(
  world: World,
  sources: readonly string[],
  from?: SourceKind,
): Promise<Outcome<ListedFact[]>> {
  const found = await findSources(world, sources, { from });
  if (!found.ok) return found;
  const listed = all(await Promise.all(found.value.map((source) => factsOf(world, source))));
  if (!listed.ok) return listed;
  const never = "9999";
  const order = ({ publication, fact }: ListedFact): string => `${fact.recheck ?? never} ${publication} ${fact.id}`;
  const facts = listed.value.flat().toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  return succeed(facts, [...found.diagnostics, ...listed.diagnostics]);
}

async function factsOf(world: World, { slug, folder }: SourcePublication): Promise<Outcome<ListedFact[]>> {
  const companions = await readSidecarFiles(world, folder);
  if (!companions.ok) return companions;
  const facts = readFacts(companions.value.get("facts.yaml"));
  if (!facts.ok) return facts;
  const listed = Array.from(facts.value.values(), (fact) => ({ publication: slug, fact }));
  return succeed(listed, [...companions.diagnostics, ...facts.diagnostics]);
}
