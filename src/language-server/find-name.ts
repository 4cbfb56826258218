import { dirname, resolve } from "node:path";
import type { World } from "../model/world.ts";
import { nameAt, namesIn, type NameUse } from "./name-forms.ts";
import type { NamedThing } from "./named-things.ts";
import { absolutePath, type Examined, textsOf } from "./workspace.ts";

/** An occurrence of a name in a file, with offsets. */
export interface FoundName extends NameUse {
  readonly path: string;
  readonly text: string;
}

/** Returns what the name at a position refers to, preferring its own file. */
export function thingAt(
  world: World,
  examined: Examined,
  path: string,
  text: string,
  offset: number,
): NamedThing | undefined {
  const use = nameAt(path, text, offset);
  return use && thingOf(world, examined, path, use);
}

function thingOf(world: World, { things }: Examined, path: string, use: NameUse): NamedThing | undefined {
  const { kind, name, file } = use;
  const from = file === undefined ? path : resolve(dirname(path), file);
  const alike = things.filter((thing) => thing.kind === kind && isCalled(thing, name));
  const own = alike.find((thing) => thing.file !== undefined && absolutePath(world, thing.file) === from);
  return own ?? (file === undefined || alike.length === 1 ? alike[0] : undefined);
}

/** `fig:a` of pandoc-crossref is the id `fig-a`. */
function isCalled(thing: NamedThing, name: string): boolean {
  return thing.name === name || (thing.prefix !== undefined && thing.name === `${thing.prefix}-${name}`);
}

/** Returns every place that defines or uses a name. */
export function placesOf(world: World, examined: Examined, thing: NamedThing): FoundName[] {
  const { loaded } = examined;
  if (!loaded) return [];
  return [...textsOf(loaded)].flatMap(([path, text]) =>
    namesIn(path, text)
      .filter((use) => use.kind === thing.kind && use.name === thing.name)
      .filter((use) => use.kind !== "id" || thingOf(world, examined, path, use) === thing)
      .map((use) => ({ ...use, path, text })),
  );
}

/** Returns where a thing is named: the name itself if it is written, else its location in its file. */
export function definitionOf(
  world: World,
  examined: Examined,
  thing: NamedThing,
): FoundName | { readonly path: string; readonly line: number } | undefined {
  const written = placesOf(world, examined, thing).find(({ isDefinition }) => isDefinition);
  if (written) return written;
  return thing.file === undefined ? undefined : { path: absolutePath(world, thing.file), line: thing.start?.line ?? 1 };
}
