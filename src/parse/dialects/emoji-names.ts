import { createRequire } from "node:module";
import type * as Gemoji from "gemoji";

const require = createRequire(import.meta.url);

let emoji: ReadonlyMap<string, string> | undefined;

/**
 * Returns an emoji by GitHub's name (`raising_hand_man`) or by its Unicode name (`man_raising_hand`: MkDocs Material),
 * from a table of 2,000 that is loaded on first use. A skin tone at the end of the name is left out.
 */
export function emojiNamed(name: string): string | undefined {
  emoji ??= readEmoji();
  return (
    emoji.get(name) ?? emoji.get(name.replace(/_(?:tone[1-5]|(?:(?:medium_)?(?:light|dark)|medium)_skin_tone)$/, ""))
  );
}

function readEmoji(): ReadonlyMap<string, string> {
  const { gemoji } = require("gemoji") as typeof Gemoji;
  const unicodeNames = gemoji.map(({ emoji: character, description }) => [slug(description), character] as const);
  const names = gemoji.flatMap((entry) => entry.names.map((name) => [name, entry.emoji] as const));
  return new Map([...unicodeNames, ...names]);
}

function slug(description: string): string {
  return description
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "_")
    .replaceAll(/^_|_$/g, "");
}
