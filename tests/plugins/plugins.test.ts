import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Root as HastRoot } from "hast";
import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import { expect, test } from "vitest";
import { z } from "zod";
import { build, defineDirective, defineFormat, definePlugin, type Plugin } from "../../src/index.ts";
import { temporaryFolder } from "../support/temporary.ts";

const article = (body: string): string => `---\ntitle: A text\ndate: 2026-11-01\n---\n\n${body}\n`;

async function made(body: string, plugin: Plugin, more: object = {}) {
  const cwd = await temporaryFolder({ "text/article.md": article(body) });
  const config = { plugins: [plugin], ...more };
  const result = await build({ cwd, sources: "text", editions: ["web"], cache: false, config });
  const [page] = result.publications[0]?.artifacts ?? [];
  const html = new TextDecoder().decode(page?.bytes);
  return { ...result, html: html.slice(html.indexOf("<main"), html.indexOf("</main>")) };
}

const base = { name: "test", version: "1.0.0" };

const shout = () => (tree: Root) => visit(tree, "text", (node) => void (node.value = node.value.toUpperCase()));

test("a plug-in of unified runs beside a named step, on mdast and on hast", async () => {
  const mdast = definePlugin({
    ...base,
    transforms: [{ name: "shout", on: "mdast", before: "check-prose", use: shout }],
  });
  expect((await made("Some text.", mdast)).html).toContain("<p>SOME TEXT.</p>");
  const rename =
    ({ to }: { to: string }) =>
    (tree: HastRoot) =>
      visit(tree, "element", (node) => void (node.tagName === "em" && (node.tagName = to)));
  const hast = definePlugin({
    ...base,
    transforms: [{ name: "rename", on: "hast", after: "tidy", use: [rename, { to: "mark" }] }],
  });
  expect((await made("Some *text*.", hast)).html).toContain("<mark>text</mark>");
});

test("a step reports by the rules of its plug-in, and a configuration re-levels them", async () => {
  const plugin = definePlugin({
    ...base,
    rules: {
      wordAllowed: { severity: "warning", description: "No word is forbidden.", recovery: "It is printed." },
      wordNeeded: { severity: "error", description: "Some word is there." },
    },
    transforms: [
      {
        name: "words",
        on: "mdast",
        before: "check-prose",
        run(tree, { report }) {
          visit(tree, "text", (node) => {
            if (node.value.includes("bad")) report("wordAllowed", node, "A bad word.", "Take another.");
          });
          // @ts-expect-error: it has no such rule.
          if (tree.children.length > 5) report("wordAlowed", undefined, "");
        },
      },
    ],
  });
  const found = await made("Good.\n\nIt is bad.", plugin);
  expect(found.diagnostics).toEqual([
    {
      rule: "wordAllowed",
      severity: "warning",
      concern: "work",
      message: "A bad word.",
      hint: "Take another.",
      file: "text/article.md",
      place: { line: 8, column: 1 },
      end: { line: 8, column: 11 },
    },
  ]);
  expect((await made("It is bad.", plugin, { rules: { wordAllowed: "off" } })).diagnostics).toEqual([]);
  const remaining = await made("It is bad.", plugin, { rules: { wordNeeded: "off" } });
  expect(remaining.diagnostics[0]?.message).toContain("keeps its level");
  const typo = await made("It is bad.", plugin, { rules: { wordAlowed: "off" } });
  expect(typo.diagnostics).toMatchObject([{ rule: "configShape" }]);
});

test("messages of a file are findings", async () => {
  const lint = () => (tree: Root, file: { message: (reason: string, options: object) => void }) =>
    visit(tree, "emphasis", (node) => file.message("Emphasis.", { place: node.position, ruleId: "no-emphasis" }));
  const plugin = definePlugin({
    ...base,
    transforms: [{ name: "lint", on: "mdast", before: "check-prose", use: lint }],
  });
  expect((await made("It *is*.", plugin)).diagnostics).toMatchObject([
    { rule: "pluginMessage", message: "test: Emphasis. (no-emphasis)", place: { line: 6, column: 4 } },
  ]);
});

const timeline = defineDirective({
  name: "timeline",
  attributes: { from: z.string().regex(/^\d{4}$/, "is no year."), to: z.string().default("now") },
  block: ({ attributes: { from, to }, label, children, element, properties }) => [
    element("section", { ...properties, className: ["timeline"] }, [
      element("p", {}, [...label, { type: "text", value: ` ${from}–${to.toUpperCase()}` }]),
      ...children,
    ]),
  ],
  role: ({ label, element }) => [element("mark", {}, label)],
});

test("a directive has typed attributes, and is a block and a role", async () => {
  const plugin = definePlugin({ ...base, directives: [timeline] });
  const { html, diagnostics } = await made(
    ":::timeline[Years]{from=1990 #t}\nText.\n:::\n\nA :timeline[role]{from=2000}.",
    plugin,
  );
  expect(diagnostics).toEqual([]);
  expect(html).toMatch(/<section id="t" class="timeline"[^>]*>\s*<p>Years 1990–NOW<\/p>\s*<p>Text.<\/p>/);
  expect(html).toContain("A <mark>role</mark>.");
  const wrong = await made(":::timeline{from=then}\nText.\n:::\n\n:::timline\nMore.\n:::", plugin);
  expect(wrong.diagnostics).toMatchObject([
    { rule: "attributeKnown", message: 'The attribute "from" of "timeline": is no year.' },
    { rule: "directiveKnown", hint: 'Did you mean "timeline"?' },
  ]);
  expect(wrong.html).toContain("<p>Text.</p>");
});

test("sanitises the output of a plug-in, and confines its images", async () => {
  const image = {
    type: "element" as const,
    tagName: "img",
    properties: { src: "../../secret.png", alt: "x" },
    children: [],
  };
  const plugin = definePlugin({
    ...base,
    transforms: [
      {
        name: "html",
        on: "mdast",
        before: "check-prose",
        run: (tree) =>
          void tree.children.push({ type: "html", value: "<script>alert(1)</script><p onclick='a()'>Said</p>" }),
      },
      {
        name: "elements",
        on: "hast",
        before: "list-images",
        run: (tree) => {
          tree.children.push(
            { type: "element", tagName: "iframe", properties: { src: "https://example.org" }, children: [] },
            { type: "element", tagName: "p", properties: { onClick: "a()", style: "x" }, children: [image] },
          );
        },
      },
    ],
  });
  const { html, diagnostics } = await made("Some text.", plugin);
  expect(html).not.toMatch(/alert|onclick|iframe|style="x"/i);
  expect(html).toContain("Said");
  expect(new Set(diagnostics.map(({ rule }) => rule))).toEqual(new Set(["htmlSupported", "imageConfined"]));
});

test("an exception is a finding that names plug-in and step", async () => {
  const broken = () => {
    throw new Error("No luck");
  };
  const plugins = {
    step: { transforms: [{ name: "a-step", on: "mdast", after: "fill-variables", run: broken }] },
    use: { transforms: [{ name: "a-step", on: "hast", after: "tidy", use: () => broken }] },
    directive: { directives: [{ name: "broken", block: broken }] },
    dialect: { dialects: [{ kind: "line", name: "a dialect", read: broken }] },
    format: { formats: [{ name: "web2", mediaType: "text/plain", compose: broken, write: broken }] },
  } as const;
  for (const plugin of Object.values(plugins)) {
    const cwd = await temporaryFolder({ "text/article.md": article(":::broken\nText.\n:::") });
    const editions = "formats" in plugin ? ["web2"] : ["web"];
    const config = { plugins: [{ ...base, ...plugin }] };
    const { ok, diagnostics } = await build({ cwd, sources: "text", editions, cache: false, config });
    expect(ok).toBe(false);
    const fault = diagnostics.find(({ rule }) => rule === "pluginRuns");
    expect(fault).toMatchObject({ rule: "pluginRuns", concern: "request", severity: "error" });
    expect(fault?.message).toMatch(/^The plug-in "test" failed at .*"(a-step|broken|a dialect|web2)": No luck$/);
  }
});

test("a value that is no tree is a finding that names plug-in and step", async () => {
  const itself: { type: string; children: unknown[] } = { type: "paragraph", children: [] };
  itself.children.push(itself);
  const block = (content: unknown) => ({ directives: [{ name: "broken", block: () => content }] });
  const step = (on: "hast" | "mdast", left: unknown) => ({
    transforms: [
      {
        name: "broken",
        on,
        after: on === "hast" ? "tidy" : "take-title",
        run: (tree: { children: unknown[] }) => void tree.children.push(left),
      },
    ],
  });
  const plugins = [
    ...[undefined, "text", [null], [{ nonsense: 1 }], [{ type: "paragraph", children: "x" }], [itself]].map(block),
    block([{ type: "text" }]),
    block([{ type: "image" }]),
    step("hast", { type: "element", tagName: 5, children: [] }),
    step("hast", { type: "element" }),
    step("mdast", undefined),
    { formats: [{ name: "broken", mediaType: "text/plain", compose: () => 1, write: () => ({ bytes: 1 }) }] },
  ];
  for (const plugin of plugins) {
    const cwd = await temporaryFolder({ "text/article.md": article(":::broken\nText.\n:::") });
    const editions = "formats" in plugin ? ["broken"] : ["web"];
    const config = { plugins: [{ ...base, ...plugin } as unknown as Plugin] };
    const { ok, diagnostics } = await build({ cwd, sources: "text", editions, cache: false, config });
    expect(ok).toBe(false);
    const fault = diagnostics.find(({ severity }) => severity === "error");
    expect(fault).toMatchObject({ rule: "pluginRuns", concern: "request" });
    expect(fault?.message).toMatch(/^The plug-in "test" failed at .*"broken": (?:A node that|What) it /);
  }
});

test("a fault of a plug-in is a finding of the configuration", async () => {
  const found = async (plugin: object) => (await made("Text.", { ...base, ...plugin })).diagnostics;
  const step = { name: "s", on: "mdast", run: () => undefined };
  expect(await found({ transforms: [{ ...step, before: "chek-prose" }] })).toMatchObject([
    { rule: "configShape", concern: "request", hint: 'Did you mean "check-prose"?' },
  ]);
  expect(await found({ transforms: [{ ...step, on: "hast", after: "list-images" }] })).toHaveLength(1);
  expect(await found({ transforms: [step] })).toHaveLength(1);
  expect(await found({ transform: [] })).toMatchObject([{ hint: 'Did you mean "transforms"?' }]);
  expect(await found({ directives: [{ name: "tip" }] })).toMatchObject([{ hint: "Choose another name." }]);
  expect(await found({ rules: { titleExists: { severity: "info", description: "" } } })).toHaveLength(1);
  expect(await found({ editions: [{ name: "slides", format: "slide" }] })).toHaveLength(1);
  expect(await found({ version: 1 })).toMatchObject([
    { message: 'The plug-in "test": "version" must be text, but is 1.' },
  ]);
});

const gemtext = defineFormat({
  name: "gemtext",
  extension: "gmi",
  mediaType: "text/gemini",
  compose: ({ metadata, chapters }) => ({ lines: [metadata.title, String(chapters.length)] }),
  write: ({ lines }) => lines.join("\n"),
  check: (bytes, report) => {
    if (bytes.length < 5) report("error", "It is too short.");
  },
});

test("a format is an edition of its own, in conditions, the manifest and the library", async () => {
  const cwd = await temporaryFolder({
    "text/article.md": article("Some :only[text]{edition=gemtext}.").replace(
      "---\n\n",
      "editions: [web, gemtext]\n---\n\n",
    ),
  });
  const plugin = definePlugin({
    ...base,
    formats: [gemtext],
    editions: [{ name: "gemtext", format: "gemtext", label: "Gemini" }],
  });
  const options = { cwd, sources: "text", out: "made", complete: true, config: { plugins: [plugin] } };
  const result = await build(options);
  expect(result.diagnostics).toEqual([]);
  const [{ manifest, artifacts } = { manifest: undefined, artifacts: [] }] = result.publications;
  expect(artifacts.map(({ path }) => path)).toEqual(["text/text.html", "text/text.gmi"]);
  expect(new TextDecoder().decode(artifacts[1]?.bytes)).toBe("A text\n1");
  expect(manifest?.artifacts[1]).toMatchObject({ edition: "gemtext", label: "Gemini", mediaType: "text/gemini" });

  expect(await readFile(join(cwd, "made/index.html"), "utf8")).toContain("Gemini");
  const only = await build({ ...options, out: undefined, formats: ["gemtext"] });
  expect(only.publications[0]?.artifacts).toHaveLength(1);
  const unknown = await build({ ...options, editions: ["gemtxt"] });
  expect(unknown.diagnostics).toMatchObject([{ rule: "commandShape", hint: 'Did you mean "gemtext"?' }]);
});

test("the plug-in checks the output of its format", async () => {
  const plugin = definePlugin({ ...base, formats: [{ ...gemtext, write: () => "no" }] });
  const cwd = await temporaryFolder({ "text/article.md": article("Text.") });
  const config = { plugins: [plugin] };
  const { ok, diagnostics } = await build({ cwd, sources: "text", editions: ["gemtext"], cache: false, config });
  expect(ok).toBe(false);
  expect(diagnostics).toMatchObject([{ rule: "pluginOutput", message: "It is too short.", file: "text/text.gmi" }]);
});

test("a dialect of lines and one of the parser are read, and a kind of chart is drawn", async () => {
  const plugin = definePlugin({
    ...base,
    dialects: [
      {
        kind: "line",
        name: "arrows",
        read: (lines) =>
          new Map(
            lines.filter(({ text }) => text.includes("=>")).map(({ line, text }) => [line, text.replace("=>", "to")]),
          ),
      },
    ],
    charts: [
      {
        kind: "strip",
        draw: ({ xs, series }, { ink }) => ({
          width: 300,
          height: 60,
          data: { values: xs.map((x, index) => ({ x: String(x), y: series[0]?.values[index] })) },
          mark: { type: "tick", color: ink.light },
          encoding: { x: { field: "y", type: "quantitative" } },
        }),
      },
    ],
  });
  const chart =
    "```chart\nkind: strip\ncaption: A strip\nsummary: Three values.\nx: a\ny: b\ndata:\n  - { a: p, b: 1 }\n  - { a: q, b: 2 }\n```";
  const { html, diagnostics } = await made(`One => two.\n\n${chart}`, plugin);
  expect(html).toContain("One to two.");
  expect(html).toContain("A strip");
  expect(diagnostics.map(({ rule }) => rule)).toEqual(["dialectRead"]);
});

test("two builds side by side have each its own plug-ins", async () => {
  const plugin = definePlugin({ ...base, transforms: [{ name: "s", on: "mdast", before: "check-prose", use: shout }] });
  const other = definePlugin({ ...base });
  const [loud, quiet] = await Promise.all([made("Some text.", plugin), made("Some text.", other)]);
  expect(loud.html).toContain("SOME TEXT.");
  expect(quiet.html).toContain("Some text.");
});

test("name, version, options and code of a plug-in are part of the cache key", async () => {
  const cwd = await temporaryFolder({
    "text/article.md": article("Some text."),
    "offprint.config.js":
      'import { word } from "./word.js";\nexport default { plugins: [{ name: word, version: "1" }] };\n',
    "word.js": 'export const word = "first";',
  });
  const { pluginKeys } = await import("../../src/api/plugin-keys.ts");
  const { realWorld } = await import("../../src/world/node.ts");
  const world = realWorld();
  const seen = { ...world, host: { ...world.host, workingFolder: cwd } };
  const key = (partial: Partial<Plugin> = {}, isGiven = false) =>
    pluginKeys(seen, { plugins: [{ ...base, ...partial }] }, isGiven);
  const first = JSON.stringify(await key());
  expect(JSON.stringify(await key())).toBe(first);
  expect(JSON.stringify(await key({ version: "2" }))).not.toBe(first);
  expect(JSON.stringify(await key({ options: { a: 1 } }))).not.toBe(first);
  await writeFile(join(cwd, "word.js"), 'export const word = "second";');
  expect(JSON.stringify(await key())).not.toBe(first);
  const value = JSON.stringify(await key({ directives: [timeline] }, true));
  expect(JSON.stringify(await key({ directives: [{ ...timeline, leaf: () => [] }] }, true))).not.toBe(value);
});
