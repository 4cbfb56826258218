import { expect, test } from "vitest";
import { textWidth } from "../../src/model/text-width.ts";

test.each([
  ["", 0],
  ["a line", 6],
  ["Grüße – “x”", 11],
  ["e\u0301", 1],
  ["日本語", 6],
  ["한국", 4],
  ["\u200b\u0007", 0],
  ["🎉!", 3],
  ["👩‍👩‍👧", 2],
  ["🇫🇷", 2],
  ["❤️", 2],
])("%j takes %i columns", (text, width) => {
  expect(textWidth(text)).toBe(width);
});
