/** How a text is set so that it fits: its lines and their size. */
export interface Fitted {
  readonly size: number;
  readonly lines: readonly string[];
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** From one base line to the next, in em. */
  readonly leading: number;
  /** Tried in this order, the largest first. */
  readonly sizes: readonly number[];
}

/** The width of a line at a size. */
export type Measure = (line: string, size: number) => number;

/** The largest size at which a text fits into a frame, its lines of like length; the smallest, cut off, if none does. */
export function fit(text: string, frame: Frame, measure: Measure): Fitted {
  for (const size of frame.sizes) {
    const words = text.split(/\s+/);
    if (words.some((word) => measure(word, size) > frame.width)) continue;
    const lines = balance(words, (line) => measure(line, size), frame.width);
    if (lines.length * size * frame.leading <= frame.height) return { size, lines };
  }
  const size = frame.sizes.at(-1) ?? 1;
  const words = text.split(/\s+/).flatMap((word) => breakWord(word, (part) => measure(part, size), frame.width));
  const lines = wrap(words, (line) => measure(line, size), frame.width);
  const count = Math.max(1, Math.floor(frame.height / (size * frame.leading)));
  return { size, lines: lines.length > count ? [...lines.slice(0, count - 1), `${lines[count - 1] ?? ""} …`] : lines };
}

type Width = (line: string) => number;

/** As few lines as can be, and those no wider than they need to be. */
function balance(words: readonly string[], width: Width, widest: number): string[] {
  const fewest = wrap(words, width, widest);
  let best = fewest;
  for (let limit = widest; limit > widest / 3; limit -= widest / 50) {
    if (words.some((word) => width(word) > limit)) break;
    const lines = wrap(words, width, limit);
    if (lines.length > fewest.length) break;
    best = lines;
  }
  return best;
}

function wrap(words: readonly string[], width: Width, limit: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && width(longer) <= limit) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A word wider than the frame, in pieces that are not. */
function breakWord(word: string, width: Width, limit: number): string[] {
  const pieces: string[] = [""];
  for (const character of word) {
    const longer = `${pieces.at(-1) ?? ""}${character}`;
    if (pieces.at(-1) === "" || width(longer) <= limit) pieces[pieces.length - 1] = longer;
    else pieces.push(character);
  }
  return pieces;
}
