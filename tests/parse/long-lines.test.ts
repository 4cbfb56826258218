import { expect, test } from "vitest";
import { importDocument } from "../../src/import/import-document.ts";
import { narrowMarks } from "../../src/model/wide-characters.ts";
import { parseArticle } from "../../src/parse/parse-article.ts";
import { within } from "../support/processor-time.ts";

const gap = " ".repeat(9000);

// Each takes minutes where the time for a line is not about proportional to its length.
const articles: Readonly<Record<string, string>> = {
  "a heading of a draft (kramdown-rfc)": `--- abstract\n\nA.\n\n--- middle\n\n# a${gap}b\n`,
  "an id of a draft (kramdown-rfc)": `--- abstract\n\nA.\n\n--- middle\n\n{${"#a".repeat(9000)}\n`,
  "a tab (Hexo)": `{% tabs %}\n<!-- tab ${gap}a${gap}\n{% endtabs %}\n`,
  "a tag (Hexo)": `{% note %}\n\n${"{%a ".repeat(4500)}\n\n{% endnote %}\n`,
  "a heading that references look for": `# a${gap}{${gap}b\n\n[a][b]\n`,
  "code in a reference": `[a][b] [${"`a".repeat(300)}\n`,
  "a part (bookdown)": `# (PART) a${gap}}${gap}b\n`,
  "attributes of a heading (kramdown)": `{: .a}\n\n# a${gap}{:${gap}b\n`,
  "dashes in a table": `a  b\n-  -\n${"-".repeat(200)}x\n`,
  "tags in one another (MDX)": `import A from "a";\n\n<a\n${"> <a\n".repeat(9000)}`,
  "a file (VitePress)": `<<< a.js${gap}/${gap}\n`,
  "a name in brackets (Logseq)": `id:: a\n\n[[@a${gap}${gap}\n`,
  "spaces in code": `\`\`\`\n${gap}${gap}a\n\`\`\`\n`,
  "guillemets after an address": `https://example.org/${"«".repeat(100_000)}x\n`,
};

/** Milliseconds of processor time: none of them takes a fifth of it. */
const most = 20_000;

test.each(Object.entries(articles))("%s", (_, text) =>
  within(most, () => {
    expect(parseArticle({ path: "/a.Rmd", shown: "a.Rmd", text, sha256: "", modified: new Date(0) }).ok).toBe(true);
  }),
);

test("a kind of note that is the name of a method is a title (Hexo)", () => {
  const text = "{% note constructor %}\n\nText.\n\n{% endnote %}\n";
  expect(parseArticle({ path: "/a.md", shown: "a.md", text, sha256: "", modified: new Date(0) })).toMatchObject({
    ok: true,
  });
});

test.each(["x" + gap + "y" + gap, ".".repeat(90_000), `b\n${gap}1${gap}x`])("printed pages, %#", (line) =>
  within(most, async () => {
    const outcome = await importDocument("a.txt", new TextEncoder().encode(`a\f${line}\nz\n`));
    expect(outcome.ok).toBe(true);
  }),
);

test("marks without end", () =>
  within(most, () => {
    expect(narrowMarks("…".repeat(200_000)).size).toBe(0);
    expect(narrowMarks(`${"“".repeat(90_000)}${"’ ".repeat(90_000)}a`).size).toBeGreaterThan(0);
  }));
