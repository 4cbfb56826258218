import { describe, expect, test } from "vitest";
import { openEditor } from "../support/editor.ts";

const rulesOf = (editor: Awaited<ReturnType<typeof openEditor>>, name: string): unknown[] =>
  editor.diagnosticsOf(name).map(({ code }) => code);

describe("several projects in an editor", () => {
  test("a text belongs to the nearest folder with a configuration, and knows the data of it alone", async () => {
    const facts = (id: string): string =>
      `${id}:\n  value: 1\n  statement: A fee\n  source: An office\n  checked: 2026-11-01\n  confidence: seen\n`;
    const editor = await openEditor(
      {
        "one/shared/facts.yaml": facts("fee"),
        "two/docs/offprint.config.ts": "",
        "two/docs/shared/facts.yaml": facts("date"),
        "two/shared/facts.yaml": facts("none"),
      },
      {},
      ["one", "two"],
    );
    expect(await editor.complete("one/a.md", "# A\n\n:fact[|]\n")).toEqual(["fee"]);
    expect(await editor.complete("two/docs/deep/a.md", "# A\n\n:fact[|]\n")).toEqual(["date"]);
    expect(await editor.complete("two/b.md", "# B\n\n:fact[|]\n")).toEqual(["none"]);
    await editor.close();
  });

  test("a text outside of every folder is read alone", async () => {
    const editor = await openEditor({ "out/near.md": "# Near\n" }, {}, ["one"]);
    await editor.open("out/a.md", "# A\n\n[x](#nothing)\n");
    expect(rulesOf(editor, "out/a.md")).toEqual(["linkTargetExists"]);
    expect(await editor.complete("out/a.md", "# A\n\n[x](|)\n")).toContain("near.md");
    await editor.close();
  });
});

describe("lines and columns", () => {
  test("keys of a front matter whose lines end as on Windows", async () => {
    const editor = await openEditor({});
    expect(await editor.complete("a.md", "---\r\ntitle: T\r\ndescr|")).toContain("description");
    await editor.close();
  });

  test("letters of two code units, tabs and carriage returns before a name", async () => {
    const editor = await openEditor({});
    const text = "# T 😀\r\n\r\n👩‍👩‍👧\tSee [x](#hed) and [y](#he|ad).\r\n\r\n## Head {#head}\r\n";
    const edit = await editor.rename("a.md", text, "top");
    const [line = ""] = text.replace("|", "").split("\r\n").slice(2);
    expect(edit?.changes?.[editor.uriOf("a.md")]).toEqual([
      { newText: "top", range: { start: { line: 4, character: 10 }, end: { line: 4, character: 14 } } },
      {
        newText: "top",
        range: {
          start: { line: 2, character: line.indexOf("head") },
          end: { line: 2, character: line.indexOf("head") + 4 },
        },
      },
    ]);
    const [finding] = editor.diagnosticsOf("a.md");
    expect(finding?.range).toEqual({
      start: { line: 2, character: line.indexOf("[x]") },
      end: { line: 2, character: line.indexOf(" and") },
    });
    await editor.close();
  });
});
