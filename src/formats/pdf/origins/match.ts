/** Something that is said: words, or a picture by its words. */
export interface Piece {
  readonly kind: "text" | "picture";
  readonly text: string;
}

/** How many pieces that are in one row only are passed over, together, to find where two rows meet again. */
const reach = 120;

/**
 * Which piece of one row is which of another, by their places: both say the same in the same order, apart from a piece
 * here and there that only one of them has, or has with other letters.
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
    // As many here as there: the same pieces, whose letters could not be read.
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
      // From as many on both sides to all on one.
      const skipped = Math.floor(distance / 2) + (step % 2 === 0 ? -step / 2 : (step + 1) / 2);
      const passed = distance - skipped;
      if (meets(i + skipped, j + passed)) return [skipped, passed];
    }
  }
  return undefined;
}

/**
 * The letters of a piece without their order, which right-to-left scripts have another of on paper; without capitals
 * and ligatures, which style sheets and fonts make; and without spaces, which lines end with.
 */
function signature({ kind, text }: Piece): string {
  const letters = text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\s\p{Cf}]/gu, "");
  return `${kind} ${kind === "text" ? Array.from(letters).toSorted().join("") : letters}`;
}

/** The head of a table, which is printed on each page again, says the same several times. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  if (one === other) return true;
  const [, letters = ""] = /^text (.+)$/s.exec(one) ?? [];
  const [, repeated = ""] = /^text (.+)$/s.exec(other) ?? [];
  const times = letters.length / repeated.length;
  if (repeated === "" || !Number.isInteger(times) || times < 2) return false;
  return Array.from(repeated.repeat(times)).toSorted().join("") === letters;
}
