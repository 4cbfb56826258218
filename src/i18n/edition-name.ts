import type { EditionName } from "../model/edition.ts";
import { findEdition } from "../model/every-edition.ts";
import type { Messages } from "./types.ts";

/** Returns an edition's name for readers: translated, or its label. */
export function editionName(edition: EditionName, words: Messages, label = findEdition(edition)?.label): string {
  const translated: ReadonlyMap<string, string> = new Map(Object.entries(words.library.editions));
  return translated.get(edition) ?? label ?? edition;
}
