import type { Files } from "../temporary.ts";

const paragraph = "Words that fill a line and another one, as the words of a long chapter do. ".repeat(12);
const sections = Array.from(
  { length: 60 },
  (_, index) =>
    `## Section ${index} {#s${index}}\n\n[Far](#s${(index + 31) % 60}) and a note.[^n${index}]\n\n${Array.from({ length: 12 }, () => paragraph).join("\n\n")}\n\n[^n${index}]: Note ${index}.`,
);

/** An article that is too long for one document of a book. */
export const longArticle: Files = { "article.md": `# A long one\n\n${sections.join("\n\n")}\n` };
