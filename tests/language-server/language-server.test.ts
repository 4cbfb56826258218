import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { defineDirective, definePlugin } from "../../src/index.ts";
import { openEditor } from "../support/editor.ts";

const files = {
  "a/publication.yaml": "title: A book\nlanguage: en\nchapters: [one.md, two.md]\n",
  "a/one.md": "# One\n\nSee [two](two.md#costs), [@tbl:fees] and [@sec:costs]; @smith2020.\n",
  "a/two.md":
    "# Two\n\n## Costs {#costs}\n\nText.\n\n:::table[What it costs]{#fees}\n| A | B |\n| - | - |\n| 1 | 2 |\n:::\n",
  "a/facts.yaml":
    "exam-fee:\n  value: 685\n  unit: USD\n  statement: The fee.\n  source: {cite: smith2020}\n  checked: 2026-01-01\n  confidence: seen\n",
  "a/references.yaml": "- id: smith2020\n  type: book\n  title: Fees\n  author: [{family: Smith}]\n  issued: 2020\n",
  "a/glossary.yaml": "- term: fee\n  definition: What is paid.\n",
  "a/map.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
  "lone.md": "# Lone\n\nText.\n",
};

let editor: Awaited<ReturnType<typeof openEditor>> | undefined;
const opened = async () => (editor = await openEditor(files));
afterEach(async () => editor?.close());

describe("offprint lsp: diagnostics", () => {
  it("reports the same findings for an unsaved text as a build, at its position, and clears them", async () => {
    const { open, type, diagnosticsOf } = await opened();
    await open("lone.md", "# Lone\n\n![](none.png)\n");
    expect(diagnosticsOf("lone.md").map(({ code, range }) => [code, range.start])).toEqual([
      ["imageHasAlt", { line: 2, character: 0 }],
      ["imageExists", { line: 2, character: 0 }],
    ]);
    await type("lone.md", "# Lone\n\nText.\n");
    expect(diagnosticsOf("lone.md")).toEqual([]);
  });

  it("reports faults in other files of the publication, too", async () => {
    const { open, diagnosticsOf } = await opened();
    await open("a/two.md", "# Two\n\nNothing here.\n");
    expect(diagnosticsOf("a/one.md").map(({ code }) => code)).toEqual([
      "linkTargetExists",
      "crossReferenceTarget",
      "crossReferenceTarget",
    ]);
  });

  it("reads an unsaved text in a folder that does not exist yet", async () => {
    const { open, diagnosticsOf } = await opened();
    await open("new/fresh.md", "# New\n\n[x](#nothing)\n");
    expect(diagnosticsOf("new/fresh.md").map(({ code }) => code)).toEqual(["linkTargetExists"]);
  });

  it("keeps going while the front matter is half written", async () => {
    const { open, diagnosticsOf, complete } = await opened();
    await open("lone.md", "---\ntitle: [\n---\n\nText.\n");
    expect(diagnosticsOf("lone.md").map(({ severity }) => severity)).toContain(2);
    expect(await complete("lone.md", "---\ntit|\n---\n\nText.\n")).toContain("title");
  });
});

describe("offprint lsp: plug-ins", () => {
  const step = defineDirective({
    name: "step",
    attributes: { size: z.string().optional() },
    block: ({ children, report, node }) => {
      report("short", node, "This step is short.");
      return children;
    },
  });
  const steps = definePlugin({
    name: "steps",
    version: "1",
    directives: [step],
    rules: { short: { severity: "warning", description: "A step is long." } },
  });

  it("reads, checks and completes the syntax of a plug-in", async () => {
    editor = await openEditor(files, { plugins: [steps] });
    await editor.open("lone.md", "# Lone\n\n:::step\nText.\n:::\n");
    expect(editor.diagnosticsOf("lone.md").map(({ code }) => code)).toEqual(["short"]);
    expect(await editor.complete("lone.md", "# Lone\n\n:::|\n")).toContain("step");
    expect(await editor.complete("lone.md", "# Lone\n\n::|\n")).not.toContain("step");
    expect(await editor.complete("lone.md", "# Lone\n\n:::step{|}\n")).toContain("size");
  });
});

describe("offprint lsp: completion", () => {
  it.each([
    ["a citation", "# One\n\n@|\n", ["smith2020", "sec:costs", "tbl:fees"]],
    ["a cross-reference", "# One\n\n[@tbl:|]\n", ["fees"]],
    ["an id", "# One\n\n[x](two.md#|)\n", ["costs", "fees"]],
    ["a fact", "# One\n\n:fact[|]\n", ["exam-fee"]],
    ["a directive", "# One\n\n:::|\n", ["note", "table", "checklist"]],
    ["an attribute", "# One\n\n:::table[x]{|}\n", []],
    ["a picture", "# One\n\n![x](|)\n", ["map.svg"]],
    ["a text", "# One\n\n[x](|)\n", ["one.md", "two.md"]],
    ["a key of the front matter", "---\n|\n---\n\n# One\n", ["title", "authors", "review"]],
  ])("offers %s", async (_, text, labels) => {
    const { complete } = await opened();
    expect(await complete("a/one.md", text)).toEqual(expect.arrayContaining(labels));
  });

  it("offers no file from outside the workspace", async () => {
    const { complete } = await opened();
    expect(await complete("lone.md", "![x](../../|)\n")).toEqual([]);
  });
});

describe("offprint lsp: the definition of a name", () => {
  it("shows a fact with its source and its days", async () => {
    const { hover } = await opened();
    const shown = await hover("a/one.md", "# One\n\n:fact[exam-|fee]\n");
    expect(shown?.contents).toMatchObject({
      value: expect.stringMatching(/685 USD.*\n\nSource: @smith2020\n\nChecked 2026-01-01/s) as unknown,
    });
  });

  it("shows the work that is cited, and a term of the glossary", async () => {
    const { hover } = await opened();
    expect((await hover("a/one.md", "# One\n\n@smi|th2020\n"))?.contents).toMatchObject({
      value: "Smith · 2020 · Fees",
    });
    expect((await hover("a/one.md", "# One\n\nThe fe|e.\n"))?.contents).toMatchObject({ value: "What is paid." });
  });

  it.each([
    ["@smi|th2020", "a/references.yaml", { line: 0, character: 6 }],
    [":fact[exam|-fee]", "a/facts.yaml", { line: 0, character: 0 }],
    ["[x](two.md#co|sts)", "a/two.md", { line: 2, character: 11 }],
    ["[@tbl:fe|es]", "a/two.md", { line: 6, character: 25 }],
  ])("links %s to its definition", async (text, file, start) => {
    const { define, uriOf } = await opened();
    expect(await define("a/one.md", `# One\n\n${text}\n`)).toMatchObject({ uri: uriOf(file), range: { start } });
  });
});

describe("offprint lsp: changes", () => {
  it("renames an id in every file, and not in code", async () => {
    const { rename, uriOf, open } = await opened();
    await open("a/one.md", `${files["a/one.md"]}\n\`[@tbl:fees]\`\n`);
    const edit = await rename("a/two.md", files["a/two.md"].replace("{#fees}", "{#f|ees}"), "prices");
    const counts = Object.entries(edit?.changes ?? {}).map(([uri, edits]) => [
      uri,
      edits.map(({ newText }) => newText),
    ]);
    expect(new Map(counts as [string, string[]][])).toEqual(
      new Map([
        [uriOf("a/one.md"), ["prices"]],
        [uriOf("a/two.md"), ["prices"]],
      ]),
    );
  });

  it("renames a work where it is cited, in the text and in the facts", async () => {
    const { rename, uriOf } = await opened();
    const edit = await rename("a/one.md", "# One\n\n@smi|th2020\n", "smith2021");
    expect(Object.keys(edit?.changes ?? {}).toSorted()).toEqual(
      ["a/facts.yaml", "a/one.md", "a/references.yaml"].map((name) => uriOf(name)),
    );
  });

  it("refuses a name that is taken or is none", async () => {
    const { rename } = await opened();
    const marked = files["a/two.md"].replace("{#fees}", "{#f|ees}");
    await expect(rename("a/two.md", marked, "costs")).rejects.toThrow("already in use");
    await expect(rename("a/two.md", marked, "4 prices")).rejects.toThrow("begins with a letter");
  });

  it('makes the change that a "did you mean" proposes', async () => {
    const { open, fix, uriOf } = await opened();
    await open("a/one.md", "# One\n\nSee [@tbl:feees] and :fact[exam-fe].\n");
    const edits = (await fix("a/one.md")).flatMap(({ edit }) => edit?.changes?.[uriOf("a/one.md")] ?? []);
    expect(edits).toEqual([
      { newText: "@tbl:fees", range: { start: { line: 2, character: 5 }, end: { line: 2, character: 15 } } },
      { newText: "exam-fee", range: { start: { line: 2, character: 27 }, end: { line: 2, character: 34 } } },
    ]);
  });
});
