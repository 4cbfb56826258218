import { describe, expect, test } from "vitest";
import { parseArticle } from "../../src/parse/parse-article.ts";

// A tokenizer that consumes a line end as text is called again at the same place without end. Every text of a few of the
// signs that mean something to our own syntaxes, with line ends between them, must be read.

const alphabets: Record<string, readonly string[]> = {
  citation: ["@a [", "[@a", "p. 4", "\n", "]", ";", " "],
  attributes: ["[x]", "{", "#a", ".b", "k=", '"', "\n", "}"],
  reference: ["[", "@fig:", "a", "\n", ";", "]", " "],
  formula: ["$", "$$", "x", "\\", "\n", " ", "5"],
  variable: ["{{", "{", "a", "\n", "}", "}}", " "],
  directive: [":", ":::", "a", "[", "\n", "]", "{", "}"],
};

function* texts(signs: readonly string[], length: number): Generator<string> {
  if (length === 0) yield "";
  else for (const rest of texts(signs, length - 1)) for (const sign of signs) yield sign + rest;
}

describe("every text ends", () => {
  test.each(Object.entries(alphabets))("%s", (_name, signs) => {
    let read = 0;
    for (const text of texts(signs, 4)) {
      const file = { path: "/a.md", shown: "a.md", text: `a ${text}\r\n`, sha256: "", modified: new Date(0) };
      parseArticle(file);
      read += 1;
    }
    expect(read).toBe(signs.length ** 4);
  });

  test("a locator over two lines is no locator", () => {
    const text = "@a [p. \n4]\n";
    const read = parseArticle({ path: "/a.md", shown: "a.md", text, sha256: "", modified: new Date(0) });
    expect(read).toMatchObject({
      ok: true,
      value: { tree: { children: [{ children: [{ type: "citation", value: "@a" }, { value: " [p.\n4]" }] }] } },
    });
  });
});
