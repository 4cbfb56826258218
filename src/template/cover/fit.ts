import { hyphenatorFor } from "../hyphenation-patterns.ts";
import { joined, type Word, wordsOf } from "./words.ts";

/** A text set to fit: its lines and font size. */
export interface Fitted {
  readonly size: number;
  readonly lines: readonly string[];
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Distance between base lines, in em. */
  readonly leading: number;
  /** Sizes to try, the largest first. */
  readonly sizes: readonly number[];
  /** BCP 47: selects the hyphenation patterns. */
  readonly language?: string;
}

/** Returns the width of a text in em. */
export type Measure = (text: string) => number;

/**
 * Returns the largest size at which a text with single spaces fits into a frame, with lines of similar length. A word
 * that would make everything small is broken instead; a text too long for the smallest size is truncated.
 */
export function fit(text: string, frame: Frame, measure: Measure): Fitted {
  const words = wordsOf(text);
  const { sizes, height, leading } = frame;
  for (const [index, size] of sizes.entries()) {
    const widest = frame.width / size;
    const tooWide = words.some((word) => measure(word.text) > widest);
    // Words are broken only in the lower half of the sizes.
    if (tooWide && index < sizes.length / 2) continue;
    const pieces = tooWide ? breakWords(words, measure, widest, frame.language) : words;
    const lines = wrap(pieces, measure, widest);
    if (lines.length * size * leading > height) continue;
    // Summed word by word, a line may be slightly wider than as a whole; then the lines stay as they are.
    return { size, lines: (balance(pieces, lines.length, measure, widest) ?? lines).map(joined) };
  }
  const size = sizes.at(-1) ?? 1;
  const widest = frame.width / size;
  const lines = wrap(breakWords(words, measure, widest, frame.language), measure, widest).map(joined);
  const room = Math.max(1, Math.floor(height / (size * leading)));
  return { size, lines: lines.length > room ? [...lines.slice(0, room - 1), `${lines[room - 1] ?? ""} …`] : lines };
}

/** Breaks words into a given number of lines so that the remaining space is distributed evenly. */
function balance(words: readonly Word[], count: number, measure: Measure, widest: number): Word[][] | undefined {
  const widths = words.map(({ text }) => measure(text));
  const space = measure(" ");
  const lineWidth = (start: number, end: number): number =>
    widths.slice(start, end).reduce((sum, width, place) => {
      const isSpaced = place > 0 && words[start + place]?.before === " ";
      return sum + width + (isSpaced ? space : 0);
    }, 0);
  let ways: (Way | undefined)[] = [{ cost: 0, breaks: [] }];
  for (let line = 1; line <= count; line += 1) {
    const before = ways;
    ways = [undefined, ...words.map((_, index) => cheapest(before, index + 1, lineWidth, widest))];
  }
  const breaks = ways.at(-1)?.breaks;
  return breaks?.map((end, index) => words.slice(breaks[index - 1] ?? 0, end));
}

interface Way {
  readonly cost: number;
  /** The end of each line, as the index of the next word. */
  readonly breaks: readonly number[];
}

/** Returns the best way to end a line before a word, given the best ways to end the line above. */
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

function wrap(words: readonly Word[], measure: Measure, widest: number): Word[][] {
  const lines: Word[][] = [];
  for (const word of words) {
    const longer = [...(lines.at(-1) ?? []), word];
    if (lines.length > 0 && measure(joined(longer)) <= widest) lines[lines.length - 1] = longer;
    else lines.push([word]);
  }
  return lines;
}

/**
 * Breaks words that are wider than the frame: at syllables if the language has patterns, otherwise between letters;
 * with a hyphen between letters.
 */
function breakWords(words: readonly Word[], measure: Measure, widest: number, language: string | undefined): Word[] {
  const hyphenate = language === undefined ? undefined : hyphenatorFor(language);
  return words.flatMap((word): Word[] => {
    if (measure(word.text) <= widest) return [word];
    const syllables = hyphenate?.(word.text).split("\u00AD") ?? [];
    const fits = syllables.length > 1 && syllables.every((syllable) => measure(`${syllable}-`) <= widest);
    const pieces: string[] = [""];
    for (const part of fits ? syllables : word.text) {
      const longer = `${pieces.at(-1) ?? ""}${part}`;
      if (pieces.at(-1) === "" || measure(`${longer}-`) <= widest) pieces[pieces.length - 1] = longer;
      else pieces.push(part);
    }
    return pieces.map((piece, index): Word => {
      const isParted =
        index < pieces.length - 1 && /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u.test(piece);
      return { text: isParted ? `${piece}-` : piece, before: index === 0 ? word.before : "" };
    });
  });
}
