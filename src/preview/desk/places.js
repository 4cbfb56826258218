// Finds words in the source. The server knows each block of the text; blocks are matched by their words.

/** Removes what layout adds or drops: spaces and soft hyphens. */
export const keyOf = (words) => words.replaceAll(/[\s\u00AD\u200B-\u200D]/g, "");

let loaded = { slug: undefined, version: undefined, places: undefined };

export async function loadPlaces(slug, version) {
  if (slug === undefined) return undefined;
  if (loaded.slug === slug && loaded.version === version) return loaded.places;
  const answer = await fetch(`/places/${encodeURIComponent(slug)}`);
  if (!answer.ok) return loaded.slug === slug ? loaded.places : undefined;
  const { blocks, texts } = await answer.json();
  const exact = new Map(blocks.map((block) => [block.key, block]));
  const find = (words) => {
    const key = keyOf(words);
    if (key === "") return undefined;
    const same = exact.get(key);
    if (same) return same;
    // For a block with an added label or mark, or for one line of many: the block with the largest overlap.
    const overlapping = blocks
      .filter(
        (block) => (key.length >= 4 && block.key.includes(key)) || (block.key.length >= 8 && key.includes(block.key)),
      )
      .toSorted((a, b) => Math.abs(a.key.length - key.length) - Math.abs(b.key.length - key.length));
    return overlapping[0];
  };
  loaded = { slug, version, places: { find, texts } };
  return loaded.places;
}
