import { spawn } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type CodeAction,
  type CompletionItem,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type Location,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { processorTimeOf } from "../support/processor-time.ts";
import { root } from "../setup/run-script.ts";
import { writeFiles } from "../support/temporary.ts";

// The program as an editor starts it, in a process of its own: a messy text, files that are not saved, an included text, a
// translation, a long text. This editor names its folder as editors did before there were several.

const messy = `---
title: A messy text
variables: { phone: 555 }
---

See [@doee], :fact[fea], [@tbl:prces], [x](#prics) and ![a](mapp.svg).

| A | B |
| - | - |
| 1 | 2

:::table[Prices]{#prices}
| A | B |
| - | - |
| 1 | 2 |
:::

:::nte
Text.
:::

::include{file=parts/one.md}

**not closed, {{phon}}

[^lost]
`;

const files = {
  "offprint.config.mjs": "export default {};\n",
  "wrong/offprint.config.mjs": "export default {\n  jobz: 1,\n};\n",
  "book/article.md": messy,
  "book/article.es.md": "# Hola\n\nVea [@doe].\n",
  "book/parts/one.md": "From the part: [@tbl:prices].\n",
  "book/references.yaml": "- { id: doe, type: book, title: T, author: [{ family: Doe }], issued: 2020 }\n",
  "book/facts.yaml":
    "fee:\n  value: 1\n  statement: A fee\n  source: An office\n  checked: 2026-11-01\n  confidence: seen\n",
  "book/map.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
};

const folder = realpathSync(mkdtempSync(join(tmpdir(), "offprint-lsp-")));
const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
const program = spawn(process.execPath, [join(root, "src/main.ts"), "lsp", "--stdio"], { cwd: root });
const connection = createProtocolConnection(
  new StreamMessageReader(program.stdout),
  new StreamMessageWriter(program.stdin),
);
const findings = new Map<string, readonly Diagnostic[]>();
const ended = new Promise<number | null>((resolve) => program.on("exit", resolve));
let version = 0;

async function say(method: "didOpen" | "didChange", name: string, text: string): Promise<void> {
  const textDocument = { uri: uriOf(name), languageId: "markdown", version: (version += 1) };
  await connection.sendNotification(
    `textDocument/${method}`,
    method === "didOpen" ? { textDocument: { ...textDocument, text } } : { textDocument, contentChanges: [{ text }] },
  );
}

const ask = <T>(method: string, name: string, line: number, character: number, more: object = {}): Promise<T> =>
  connection.sendRequest(`textDocument/${method}`, {
    textDocument: { uri: uriOf(name) },
    position: { line, character },
    ...more,
  });
const rulesOf = (name: string): unknown[] => (findings.get(uriOf(name)) ?? []).map(({ code }) => code);

beforeAll(async () => {
  await writeFiles(folder, files);
  connection.onNotification(
    "textDocument/publishDiagnostics",
    (published: { uri: string; diagnostics: Diagnostic[] }) => {
      findings.set(published.uri, published.diagnostics);
    },
  );
  connection.listen();
  await connection.sendRequest("initialize", { processId: null, rootUri: uriOf("."), capabilities: {} });
  await connection.sendNotification("initialized", {});
});

afterAll(() => {
  program.kill();
  rmSync(folder, { recursive: true, force: true });
});

test("a messy text: findings at their places, and a change for each that has one", async () => {
  await say("didOpen", "book/article.md", messy);
  await ask("hover", "book/article.md", 0, 0);
  expect(rulesOf("book/article.md")).toEqual([
    "citationKnown",
    "factDefined",
    "crossReferenceTarget",
    "linkTargetExists",
    "imageExists",
    "directiveKnown",
    "variableDefined",
    "footnoteDefined",
  ]);
  const diagnostics = findings.get(uriOf("book/article.md"));
  const fixes = await connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: uriOf("book/article.md") },
    range: { start: { line: 0, character: 0 }, end: { line: 40, character: 0 } },
    context: { diagnostics },
  });
  const meant = ["doe", "fee", "@tbl:prices", "prices", "map.svg", "note", "phone"];
  expect(fixes.map(({ title }) => title)).toEqual(meant.map((name) => `Change to "${name}"`));
});

test("reads an included text that is not saved", async () => {
  await say("didOpen", "book/parts/one.md", "From the part: [@tbl:pricez], not saved.\n");
  await ask("hover", "book/parts/one.md", 0, 0);
  expect(rulesOf("book/parts/one.md")).toEqual(["crossReferenceTarget"]);
  const offered = await ask<CompletionItem[]>("completion", "book/parts/one.md", 0, 22);
  expect(offered.map(({ label }) => label)).toEqual(["prices"]);
  await say("didChange", "book/parts/one.md", "From the part: [@tbl:prices], not saved.\n");
  expect(await ask<Location>("definition", "book/parts/one.md", 0, 23)).toMatchObject({
    uri: uriOf("book/article.md"),
    range: { start: { line: 11, character: 18 } },
  });
  const edit = await ask<WorkspaceEdit>("rename", "book/parts/one.md", 0, 23, { newName: "costs" });
  expect(Object.keys(edit.changes ?? {}).toSorted()).toEqual([uriOf("book/article.md"), uriOf("book/parts/one.md")]);
  expect(rulesOf("book/parts/one.md")).toEqual([]);
});

test("a translation knows the works and facts of its folder", async () => {
  await say("didOpen", "book/article.es.md", files["book/article.es.md"]);
  const offered = await ask<CompletionItem[]>("completion", "book/article.es.md", 2, 7);
  expect(offered.map(({ label }) => label)).toContain("doe");
  expect(rulesOf("book/article.es.md")).toEqual(["translationMarked"]);
});

test("what is wrong with a configuration is shown in its file, and the text is read without it", async () => {
  await say("didOpen", "wrong/a.md", "# A\n\n[x](#nothing)\n");
  await ask("hover", "wrong/a.md", 0, 0);
  expect(rulesOf("wrong/a.md")).toEqual(["linkTargetExists"]);
  const [finding] = findings.get(uriOf("wrong/offprint.config.mjs")) ?? [];
  expect(finding).toMatchObject({ code: "configShape", range: { start: { line: 1, character: 2 } } });
  await connection.sendNotification("textDocument/didClose", { textDocument: { uri: uriOf("wrong/a.md") } });
});

test("reads a text that is not on the disk yet", async () => {
  await say("didOpen", "new/fresh.md", "# New\n\n[x](#nothing)\n");
  expect(await ask<Hover | null>("hover", "new/fresh.md", 0, 0)).toBeNull();
  expect(rulesOf("new/fresh.md")).toEqual(["linkTargetExists"]);
});

test("a text of 600 sections: while it is typed, one answer for many keys, in bounded time", async () => {
  const section = (index: number): string =>
    `## Heading ${index}\n\nA paragraph with *words* and [a link](#heading-${index}).\n`;
  const long = `# Long\n\n${Array.from({ length: 600 }, (_, index) => section(index)).join("\n")}`;
  await say("didOpen", "long.md", long);
  for (const typed of ["x", "xy", "xyz"]) await say("didChange", "long.md", `${long}\n[x](#${typed})`);
  const before = await processorTimeOf(program.pid);
  await ask("hover", "long.md", 0, 0);
  expect((await processorTimeOf(program.pid)) - before).toBeLessThan(20_000);
  expect(rulesOf("long.md")).toContain("linkTargetExists");
});

test("it ends when the editor asks for it", async () => {
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  expect(await ended).toBe(0);
});
