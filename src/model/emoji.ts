import { createRequire } from "node:module";
import type * as Gemoji from "gemoji";

const require = createRequire(import.meta.url);

let characters: ReadonlyMap<string, string> | undefined;

/**
 * Returns an emoji by GitHub's name (`raising_hand_man`) or by its Unicode name (`man_raising_hand`: MkDocs Material),
 * from a table of 2,000 that is loaded on first use. A skin tone at the end of the name is left out.
 */
export function emojiNamed(name: string): string | undefined {
  characters ??= readCharacters();
  return (
    characters.get(name) ??
    characters.get(name.replace(/_(?:tone[1-5]|(?:(?:medium_)?(?:light|dark)|medium)_skin_tone)$/, ""))
  );
}

let names: ReadonlyMap<string, string> | undefined;

/** Returns GitHub's first name of an emoji. */
export function emojiName(emoji: string): string | undefined {
  names ??= readNames();
  return names.get(emoji.replaceAll("\uFE0F", ""));
}

function readNames(): ReadonlyMap<string, string> {
  const { gemoji } = require("gemoji") as typeof Gemoji;
  return new Map(gemoji.map(({ emoji, names: [first = ""] }) => [emoji.replaceAll("\uFE0F", ""), first]));
}

function readCharacters(): ReadonlyMap<string, string> {
  const { gemoji } = require("gemoji") as typeof Gemoji;
  const unicodeNames = gemoji.map(({ emoji: character, description }) => [slug(description), character] as const);
  const given = gemoji.flatMap((entry) => entry.names.map((name) => [name, entry.emoji] as const));
  return new Map([...unicodeNames, ...given]);
}

function slug(description: string): string {
  return description
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "_")
    .replaceAll(/^_|_$/g, "");
}
