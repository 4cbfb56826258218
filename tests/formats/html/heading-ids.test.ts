import { expect, test } from "vitest";
import { built } from "../../support/built.ts";

test.each(["Downloads", "Editions", "Contents", "Notes", "Versions"])(
  "the page's own headings take no id from the author's: %s",
  async (heading) => {
    const article = `# A title\n\n## ${heading}\n\nA text with a note.[^1]\n\n[Up](#${heading.toLowerCase()})\n\n[^1]: The note.\n`;
    const artifacts = await built({ "article.md": article }, ["web", "ebook"], { pageList: false });
    const page = artifacts.find(({ path }) => path.endsWith(".html"));
    const html = new TextDecoder().decode(page?.bytes);
    const id = heading.toLowerCase();
    expect(html.match(new RegExp(`<[^>]* id="${id}"[^>]*>`, "g"))).toEqual([`<h2 id="${id}">`]);
    const ids = Array.from(html.matchAll(/ id="([^"]*)"/g), ([, name]) => name);
    expect(new Set(ids).size).toBe(ids.length);
  },
);
