const leftToRight = /[\p{L}\p{N}]/u;
const rightToLeft = /[\p{scx=Arab}\p{scx=Hebr}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}]/u;

/** A word longer than this is truncated inside; otherwise a line could have room for nothing else. */
const longestWord = 24;

/**
 * Divides a text into words and the spaces between them: a box for each word makes an ellipsis follow a whole word. Boxes
 * are neutral in the bidirectional algorithm (UAX #9), so a text with letters or digits of both directions is not divided.
 */
export function partsOf(text: string, language: string): readonly string[] {
  const outside = text.replaceAll(new RegExp(rightToLeft, "gu"), "");
  if (outside !== text && leftToRight.test(outside)) return [text];
  const words = text
    .split(/(\s+)/u)
    .flatMap((word) => (withoutSpaces.test(word) ? segmentsOf(word, language) : [word]));
  return words.some((word) => word.length > longestWord) ? [text] : words.filter((word) => word !== "");
}

/** Scripts without spaces between words. */
const withoutSpaces = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function segmentsOf(text: string, language: string): string[] {
  return Array.from(new Intl.Segmenter(language, { granularity: "word" }).segment(text), ({ segment }) => segment);
}
