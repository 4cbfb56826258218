/**
 * Returns an article with this many similar sections of about a page: prose, a list, a table, a footnote, a link, a
 * reference.
 */
export function longText(sections: number): string {
  const numbers = Array.from({ length: sections }, (_, index) => index + 1);
  return `---\ntitle: A text of ${sections} sections\ndate: 2026-11-01\n---\n\n${numbers.map(section).join("\n")}`;
}

function section(number: number): string {
  return `## Section ${number}

${paragraph} It has a note.[^${number}] ${paragraph}

- One thing, and [an address](https://example.org/${number}).
- Another thing.
  1. With a first part,
  2. and a second, as in [the first section](#section-1).

:::table[Numbers of section ${number}]{#numbers-${number}}
| Thing | Number | Share |
| ----- | -----: | ----: |
${[1, 2, 3, 4].map((row) => `| Row ${row} | ${number * row} | ${row * 10}% |\n`).join("")}:::

${paragraph}

> ${paragraph}

[^${number}]: The note of section ${number}.
`;
}

const paragraph =
  "A paragraph of the length that people write says one thing, says it in a few sentences of different lengths, and " +
  "ends. Some of its words are *stressed*, and one of them may be **strong**; now and then there is `code` in it. What " +
  "matters here is only that it is as long as others are, and that it breaks into lines as they do.";
