import { cp, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { build } from "../../src/index.ts";

// The examples as they lie in their folders. `setup/package.slow.test.ts` builds them with the npm package.

const root = join(import.meta.dirname, "../..");

/** A copy of an example, in which "offprint" is the program of this repository. */
async function copyOf(name: string): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), "offprint-example-"));
  await cp(join(root, "examples", name), cwd, { recursive: true });
  const program = pathToFileURL(join(root, "src/index.ts")).href;
  for (const file of (await readdir(cwd)).filter((text) => text.endsWith(".ts"))) {
    const text = await readFile(join(cwd, file), "utf8");
    await writeFile(join(cwd, file), text.replaceAll('from "offprint"', `from "${program}"`));
  }
  return cwd;
}

async function make(name: string) {
  const { diagnostics, publications } = await build({
    cwd: await copyOf(name),
    editions: editions[name],
    cache: false,
  });
  const texts = publications.flatMap(({ artifacts }) => artifacts.map(({ bytes }) => new TextDecoder().decode(bytes)));
  return { diagnostics, text: texts[0] ?? "" };
}

const editions: Readonly<Record<string, string[]>> = { directive: ["web"], rule: ["text"], format: ["gemini"] };

test("a directive", async () => {
  const { text, diagnostics } = await make("directive");
  expect(diagnostics).toEqual([]);
  expect(text.slice(text.indexOf("<main"))).toMatch(
    /<section class="timeline">\s*<p class="timeline-title[^"]*"><strong>Three years<\/strong><\/p>\s*<ul>/,
  );
});

test("a rule", async () => {
  const { diagnostics } = await make("rule");
  expect(diagnostics).toMatchObject([
    { rule: "wordAllowed", severity: "info", file: "text/article.md", place: { line: 6, column: 10 } },
  ]);
});

test("a format", async () => {
  const { text, diagnostics } = await make("format");
  expect(diagnostics).toEqual([]);
  expect(text).toBe("# A capsule\n\nA paragraph.\n\n## A section\n\n* One\n* Two\n");
});
