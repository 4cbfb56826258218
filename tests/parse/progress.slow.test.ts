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

/** So many in one document, a paragraph each: to set up a parser takes longer than to read one. */
const together = 64;

/** A block that is not closed takes in what follows. */
const opensBlock = /\n(?:\$\$|:::)/;

function* documents(signs: readonly string[], length: number): Generator<readonly string[]> {
  const all = [...texts(signs, length)];
  const paragraphs = all.filter((text) => !opensBlock.test(text));
  for (let at = 0; at < paragraphs.length; at += together) yield paragraphs.slice(at, at + together);
  for (const text of all) if (opensBlock.test(text)) yield [text];
}

describe("every text ends", () => {
  test.each(Object.entries(alphabets))("%s", (_name, signs) => {
    let read = 0;
    for (const some of documents(signs, 4)) {
      const text = some.map((sample) => `a ${sample}\r\n`).join("\r\n");
      parseArticle({ path: "/a.md", shown: "a.md", text, sha256: "", modified: new Date(0) });
      read += some.length;
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
