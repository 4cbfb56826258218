import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fillChapter, guideFolder } from "../../.github/scripts/guide.ts";
import { listModules } from "../../.github/scripts/list-modules.ts";
import { commands } from "../../src/cli/commands.ts";
import { frontMatter } from "../../src/config/front-matter.ts";
import { offprintConfig } from "../../src/config/offprint-config.ts";
import { ruleNames } from "../../src/diagnostics/rules.ts";
import { prepareSource, printDiagnostics } from "../support/prepare.ts";
import { printBody } from "../support/print-body.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { datedWorldIn, worldIn } from "../support/world.ts";

// The manual says of the program what is so: its lists are generated (`npm run guide`), its other facts looked up here.

const root = join(import.meta.dirname, "../..");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };

test.each([...listModules()])("%s lists what its folder holds", (path, text) => {
  expect(readFileSync(join(root, "src", path), "utf8")).toBe(text);
});

describe.each(globSync("*.md", { cwd: guideFolder }).toSorted())("%s", (name) => {
  const text = readFileSync(join(guideFolder, name), "utf8");
  /** Outside what is generated. */
  const written = text.replaceAll(/<!-- generated[\s\S]*?<!-- end -->/g, "");

  test("its lists are as the program is now", () => {
    expect(fillChapter(text)).toBe(text);
  });

  test("is built alone without a finding", async () => {
    const { ok, diagnostics } = await prepareSource(datedWorldIn(guideFolder), name);
    // What lies beside it may be for other chapters.
    expect(printDiagnostics(diagnostics.filter(({ file }) => file === name))).toBe("");
    expect(ok).toBe(true);
  });

  test("the commands that it gives are there", () => {
    const npm = Array.from(written.matchAll(/npm run (?:-s )?([\w:-]+)/g), ([, script = ""]) => script);
    expect(npm.filter((script) => scripts[script] === undefined)).toEqual([]);
    const ours = Array.from(
      written.matchAll(/offprint -- (\w+)|npx offprint (\w+)/g),
      ([, item, other = ""]) => item ?? other,
    );
    expect(ours.filter((command) => commands[command] === undefined)).toEqual([]);
  });
});

describe.each(globSync("from-*.md", { cwd: guideFolder }).toSorted())("%s, side by side", (name) => {
  const text = readFileSync(join(guideFolder, name), "utf8");
  const blocks = Array.from(text.matchAll(/^```markdown\n([\s\S]*?)^```$/gm), ([, block = ""]) => block);
  const pairs = blocks.flatMap((block, index) => (index % 2 === 0 ? [[block, blocks[index + 1] ?? ""] as const] : []));

  /** What a text becomes; notices on the syntax of other tools are what this is about. */
  async function made(block: string): Promise<string> {
    const folder = await temporaryFolder({ "article.md": `---\ntitle: A text\ndate: 2026-01-01\n---\n\n${block}` });
    const outcome = await prepareSource(worldIn(folder), ".");
    expect(printDiagnostics(outcome.diagnostics.filter(({ rule }) => rule !== "dialectRead"))).toBe("");
    if (!outcome.ok) return "";
    return outcome.value.chapters
      .map(({ body, notes }) => printBody([...body.children, ...(notes ? [notes] : [])]))
      .join("");
  }

  test.each(pairs)("%s", async (theirs, ours) => {
    const body = await made(ours);
    expect(body).not.toBe("");
    expect(await made(theirs)).toBe(body);
  });
});

test("the rules and keys that chapters name in passing are there", () => {
  const known = new Set<string>([
    ...ruleNames,
    ...Object.keys(frontMatter.shape),
    ...Object.keys(offprintConfig.shape),
  ]);
  const named = ["languages.md", "prose.md"].flatMap((name) =>
    Array.from(readFileSync(join(guideFolder, name), "utf8").matchAll(/`([a-z]+(?:[A-Z-]\w+)+)`/g), ([, rule]) => rule),
  );
  // Tags of languages look the same.
  expect(
    named.filter((name) => name !== undefined && !known.has(name) && name !== "en-US" && name !== "zh-Hant"),
  ).toEqual([]);
});

test("README has every command, and no other", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const named = Array.from(readme.matchAll(/^\| `offprint (\w+)/gm), ([, name = ""]) => name);
  expect(named.toSorted()).toEqual(Object.keys(commands).toSorted());
});
