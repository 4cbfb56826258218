/** A text, or an image with its alternative text. */
export interface Piece {
  readonly kind: "text" | "picture";
  readonly text: string;
}

/** How many unmatched pieces, of both sequences together, are skipped to find where the sequences meet again. */
const reach = 120;

/**
 * Matches the pieces of two sequences by index. Both have the same content in the same order, except for pieces that
 * only one of them has or spells differently.
 */
export function match(these: readonly Piece[], those: readonly Piece[]): Map<number, number> {
  const [left, right] = [these.map(signature), those.map(signature)];
  const same = (i: number, j: number): boolean => isSame(left[i], right[j]);
  const ends = (i: number, j: number): boolean => i >= left.length && j >= right.length;
  const meets = (i: number, j: number): boolean =>
    ends(i, j) || (same(i, j) && (same(i + 1, j + 1) || i + 1 >= left.length || j + 1 >= right.length));
  const pairs = new Map<number, number>();
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    if (same(i, j)) {
      pairs.set(i, j);
      [i, j] = [i + 1, j + 1];
      continue;
    }
    const [skipped, passed] = nextMeeting(i, j, meets) ?? [1, 1];
    // An equal number on both sides: the same pieces, whose letters could not be read.
    const alike = skipped === passed ? skipped : 0;
    for (let step = 0; step < alike; step += 1) {
      if (these[i + step]?.kind === those[j + step]?.kind) pairs.set(i + step, j + step);
    }
    [i, j] = [i + skipped, j + passed];
  }
  return pairs;
}

function nextMeeting(
  i: number,
  j: number,
  meets: (i: number, j: number) => boolean,
): readonly [number, number] | undefined {
  for (let distance = 1; distance <= reach; distance += 1) {
    for (let step = 0; step <= distance; step += 1) {
      // From equal numbers on both sides to all on one side.
      const skipped = Math.floor(distance / 2) + (step % 2 === 0 ? -step / 2 : (step + 1) / 2);
      const passed = distance - skipped;
      if (meets(i + skipped, j + passed)) return [skipped, passed];
    }
  }
  return undefined;
}

/**
 * Returns a piece's letters, sorted, since right-to-left scripts have another order on paper; without case and
 * ligatures, which style sheets and fonts change; and without spaces, since lines end with them.
 */
function signature({ kind, text }: Piece): string {
  const letters = text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\s\p{Cf}]/gu, "");
  return `${kind} ${kind === "text" ? Array.from(letters).toSorted().join("") : letters}`;
}

/** Allows repetitions: a table head that is printed on each page says the same several times. */
function isSame(first: string | undefined, other: string | undefined): boolean {
  if (first === undefined || other === undefined) return false;
  if (first === other) return true;
  const [, letters = ""] = /^text (.+)$/s.exec(first) ?? [];
  const [, repeated = ""] = /^text (.+)$/s.exec(other) ?? [];
  const times = letters.length / repeated.length;
  if (repeated === "" || !Number.isInteger(times) || times < 2) return false;
  return Array.from(repeated.repeat(times)).toSorted().join("") === letters;
}
