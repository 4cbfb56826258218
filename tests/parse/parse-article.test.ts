import type { Root } from "mdast";
import { describe, expect, test } from "vitest";
import { parseArticle } from "../../src/parse/parse-article.ts";
import { printDiagnostics } from "../support/prepare.ts";

function parse(text: string) {
  return parseArticle({ path: "/a.md", shown: "a.md", text, sha256: "", modified: new Date(0) });
}

function tree(text: string): Root {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(printDiagnostics(parsed.diagnostics));
  return parsed.value.tree;
}

/** The types of the nodes of the first paragraph. */
function inline(text: string): string[] {
  const [first] = tree(text).children;
  return first?.type === "paragraph" ? first.children.map(({ type }) => type) : [];
}

describe("front matter", () => {
  test("is read and leaves the tree; places count from the beginning of the file", () => {
    const parsed = parse("---\ntitle: A\n---\n\nText.\n");
    expect(parsed).toMatchObject({ ok: true, value: { frontMatter: { title: "A" } } });
    expect(tree("---\ntitle: A\n---\n\nText.\n").children).toMatchObject([
      { type: "paragraph", position: { start: { line: 5, column: 1 } } },
    ]);
  });

  test("may be empty", () => {
    expect(parse("---\n---\n\nText.\n")).toMatchObject({ ok: true, value: { frontMatter: {} } });
  });

  test("ends at the first empty line where nothing else ends it", () => {
    const parsed = parse("---\ntitle: A\n\nText.\n");
    expect(parsed).toMatchObject({ ok: true, value: { frontMatter: { title: "A" } } });
    expect(printDiagnostics(parsed.diagnostics)).toMatch(/^a\.md:1:1 warning frontMatterClosed /);
    expect(tree("---\ntitle: A\n\nText.\n").children).toMatchObject([{ position: { start: { line: 4 } } }]);
  });

  test.each([
    "\n---\ntitle: A\n---\n\nText.\n",
    "---\ntitle: A\n...\n\nText.\n\n---\n",
    '+++\ntitle = "A"\n+++\n\nText.\n',
  ])("is read in %j", (text) => {
    const parsed = parse(text);
    expect(parsed).toMatchObject({ ok: true, value: { frontMatter: { title: "A" } } });
    expect(parsed.diagnostics).toEqual([]);
  });

  test("that cannot be read is an error, and the text below is still there", () => {
    const parsed = parse("---\nkeywords: &a [*a]\n---\n\nText.\n");
    expect(printDiagnostics(parsed.diagnostics)).toMatch(/^a\.md:\d:\d+ error yamlParses /);
    expect(parsed).toMatchObject({ ok: true, value: { frontMatter: {}, isRead: false } });
  });

  test.each([
    "---\n\nText: with a colon\n",
    "---\n\nA sentence with a note: this one.\n\n---\n",
    "***\ntitle: A\n",
    "A line\n\n---\ntitle: A\n",
  ])("is not seen in %j", (text) => {
    expect(parse(text)).toMatchObject({ ok: true, value: { frontMatter: {} } });
    expect(parse(text).diagnostics).toEqual([]);
  });
});

describe("attributes", () => {
  test.each(["{#a}", "{.a}", "{ .a .b }", "{.a\n.b}", "{k=v}", '{k="a b"}', "{#a .b k=v}", '{k="}"}', "{lang=es}"])(
    "%s",
    (text) => {
      expect(inline(`[x]${text}`)).toEqual(["text", "attributes"]);
    },
  );

  test.each(["{}", "{a}", "{#}", "{.a\n\n.b}", '{k="a}', "{#a#b}", "{k=}", "{{.a", "{% a %}"])("%j is text", (text) => {
    expect(inline(`[x]${text}`)).toEqual(["text"]);
  });

  test("a brace that is not one does not hide the next", () => {
    expect(inline("{a {.b}")).toEqual(["text", "attributes"]);
  });
});

describe("text directives", () => {
  test.each([":span[x]", "(:span[x])", "a :span[x]"])("begin in %s", (text) => {
    expect(inline(text)).toContain("textDirective");
  });

  test.each(["10:30[^1]", "a:b[c]", "ä:b[c]", "3:2{.a}", "a::b[c]"])("do not begin in %s", (text) => {
    expect(inline(text)).not.toContain("textDirective");
  });
});

describe("nesting", () => {
  test.each([
    ["quotations", `Text.\n\n${">".repeat(500)} x\n`],
    ["quotations with spaces", `Text.\n\n${"> ".repeat(250)}x\n`],
    ["lists in one line", `Text.\n\n${"- ".repeat(250)}x\n`],
    ["numbered lists in one line", `Text.\n\n${"1. ".repeat(250)}x\n`],
    ["indentation", `Text.\n\n${" ".repeat(500)}- x\n`],
  ])("sourceSize names the line of too many %s", (_, text) => {
    expect(printDiagnostics(parse(text).diagnostics)).toMatch(
      /^a\.md:3:1 error sourceSize This line is nested too deeply/,
    );
  });

  test("as deep as anyone can follow is fine", () => {
    expect(parse(`${"> ".repeat(30)}x\n`).ok).toBe(true);
    expect(parse(`${"-".repeat(1000)}\n\n${"*".repeat(1000)}\n`).ok).toBe(true);
  });
});

test("an article without text", () => {
  expect(printDiagnostics(parse("---\ntitle: A\n---\n").diagnostics)).toMatch(/^a\.md warning sourceNotEmpty /);
  expect(parse("").ok).toBe(true);
});
