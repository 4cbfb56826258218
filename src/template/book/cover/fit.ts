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

/** The width of a text in em. */
export type Measure = (text: string) => number;

/**
 * The largest size at which a text, its words apart by one space, fits into a frame, its lines of like length; the
 * smallest size, and the text cut off, if none does.
 */
export function fit(text: string, frame: Frame, measure: Measure): Fitted {
  // A number stays with the word before it: "Step 1".
  const words = text.split(/ (?!\d{1,3}(?!\w))/);
  for (const size of frame.sizes) {
    const widest = frame.width / size;
    if (words.some((word) => measure(word) > widest)) continue;
    const lines = wrap(words, measure, widest);
    if (lines.length * size * frame.leading > frame.height) continue;
    // Word by word a line may come out a hair wider than as a whole: then it stays as it is.
    return { size, lines: balance(words, lines.length, measure, widest) ?? lines };
  }
  const size = frame.sizes.at(-1) ?? 1;
  const widest = frame.width / size;
  const lines = wrap(
    words.flatMap((word) => breakWord(word, measure, widest)),
    measure,
    widest,
  );
  const room = Math.max(1, Math.floor(frame.height / (size * frame.leading)));
  return { size, lines: lines.length > room ? [...lines.slice(0, room - 1), `${lines[room - 1] ?? ""} …`] : lines };
}

/** A number of lines, so broken that what they leave free on the right is spread evenly. */
function balance(words: readonly string[], count: number, measure: Measure, widest: number): string[] | undefined {
  const widths = words.map(measure);
  const space = measure(" ");
  const lineWidth = (start: number, end: number): number =>
    widths.slice(start, end).reduce((sum, width) => sum + width + space, -space);
  let ways: (Way | undefined)[] = [{ cost: 0, breaks: [] }];
  for (let line = 1; line <= count; line += 1) {
    const before = ways;
    ways = [undefined, ...words.map((_, index) => cheapest(before, index + 1, lineWidth, widest))];
  }
  const breaks = ways.at(-1)?.breaks;
  return breaks?.map((end, index) => words.slice(breaks[index - 1] ?? 0, end).join(" "));
}

interface Way {
  readonly cost: number;
  /** Where each line ends, as the index of the word after it. */
  readonly breaks: readonly number[];
}

/** The best way to end a line before a word, given the best ways to end the line above. */
function cheapest(
  above: readonly (Way | undefined)[],
  end: number,
  lineWidth: (start: number, end: number) => number,
  widest: number,
): Way | undefined {
  const ways = above.flatMap((way, start): Way[] => {
    const free = widest - lineWidth(start, end);
    return way && start < end && free >= 0 ? [{ cost: way.cost + free * free, breaks: [...way.breaks, end] }] : [];
  });
  return ways.toSorted((a, b) => a.cost - b.cost)[0];
}

function wrap(words: readonly string[], measure: Measure, widest: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && measure(longer) <= widest) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A word wider than the frame, in pieces that are not. */
function breakWord(word: string, measure: Measure, widest: number): string[] {
  const pieces: string[] = [""];
  for (const character of word) {
    const longer = `${pieces.at(-1) ?? ""}${character}`;
    if (pieces.at(-1) === "" || measure(longer) <= widest) pieces[pieces.length - 1] = longer;
    else pieces.push(character);
  }
  return pieces;
}
