import { expect, test } from "vitest";
import { smartenText } from "../../src/transform/punctuation.ts";
import { countMarks, sentences, typedAs, wrongMarks } from "../support/dialogue.ts";
import { traditions } from "../support/traditions.ts";

// Sentences as novels have them, made of shapes and lines, with straight marks. Marks that come out wrong are counted.
// What is left cannot be told without knowing the words: “’Arry’s gone. He said, ‘no.’”

/** The most wrong marks in 1,000. */
const most: Readonly<Record<keyof typeof traditions, number>> = {
  american: 0.2,
  british: 0.7,
  german: 0,
  french: 0,
  italian: 0,
  spanish: 0,
};

test.each(Object.entries(traditions))("%s", (name, tradition) => {
  const texts = sentences(tradition);
  const marks = texts.reduce((sum, text) => sum + countMarks(text), 0);
  const wrong = texts.reduce(
    (sum, text) => sum + wrongMarks(text, smartenText(typedAs(text, tradition), tradition.language)),
    0,
  );
  expect(marks).toBeGreaterThan(700);
  expect((1000 * wrong) / marks).toBeLessThanOrEqual(most[name as keyof typeof most]);
});
