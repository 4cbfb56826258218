import { eastAsianWidth } from "get-east-asian-width";

/**
 * Returns the number of columns of a text on a terminal or in a text drawing: the width of each cluster's first
 * character, two for an emoji (UAX 11, UTS 51). The npm package for it compiles a pattern of all emoji when it is
 * loaded.
 */
export function textWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => clusterWidth(segment)).reduce(
    (sum, width) => sum + width,
    0,
  );
}

function clusterWidth(cluster: string): number {
  if (/^[\p{Cc}\p{Cf}\p{Mn}\p{Me}]*$/u.test(cluster)) return 0;
  if (/\uFE0F|^\p{Regional_Indicator}/u.test(cluster)) return 2;
  return eastAsianWidth(cluster.codePointAt(0) ?? 0);
}
