/** Returns an article of two pages, prose alone, as people type it: short lines as headings, a paragraph below each. */
export function shortText(title: string): string {
  const sections = headings.map((heading, index) => `${heading}\n\n${paragraphs[index % paragraphs.length]}`);
  return `${title}\n\n${sections.join("\n\n")}\n`;
}

const headings = [
  "What an article is",
  "Why people print it",
  "What a reader looks for first",
  "Where the time goes",
  "What is checked",
  "When it is read again",
  "In short",
];

const paragraphs = [
  "An article says one thing to people who have a question. It is written in an evening or two, read by a colleague, and " +
    "then it has to reach others: some open it on a telephone, some on a reader with electronic paper, and some want two " +
    "sheets that they can write on. The author’s wish is always the same, that nobody has to care how it was made. A " +
    "text of this length has about five hundred words, no pictures and no tables.",
  "A sheet of paper can be handed across a desk. It has margins for notes, it does not need power, and two people can " +
    "look at it together. That is why an office keeps printing what everybody could find on the web. What is on the " +
    "sheet must be what is on the page, to the letter, or the first question will be which of the two is right; and it " +
    "must say when it was written, because paper does not change.",
  "Readers look for the answer, then for its date, then for who says so. They find it by headings, so a heading says what " +
    "stands below it and not how clever its author is. A “summary” at the beginning helps most people more than any " +
    "design does. What comes later may be long, since only those read it who want to know why, and they have time.",
];
