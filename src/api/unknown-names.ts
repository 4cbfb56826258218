import { diagnostic } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { editionOf, everyEditionName } from "../model/every-edition.ts";
import type { CheckOptions } from "./options.ts";

/** Reports requested editions and formats that do not exist. */
export function unknownNames({ editions = [], formats = [] }: CheckOptions): Diagnostic[] {
  const every = everyEditionName();
  const made = [...new Set(every.map((name) => editionOf(name).format))];
  return [...unknown("edition", editions, every), ...unknown("format", formats, made)];
}

function unknown(what: string, asked: readonly string[], known: readonly string[]): Diagnostic[] {
  return asked
    .filter((name) => !known.includes(name))
    .map((name) => {
      const hint = didYouMean(name, known) ?? `Available: ${known.join(", ")}.`;
      return diagnostic("commandShape", `There is no ${what} "${name}".`, hint);
    });
}
