import { expect, test } from "vitest";
import { build } from "../../src/api/build.ts";
import type { Helper } from "../../src/model/worker.ts";
import { openHelp } from "../../src/pipeline/build-task.ts";
import { worldOf } from "../support/world.ts";

// Publications that are made by helpers, which are objects here and processes in `tests/cli/helpers.slow.test.ts`.

const files = Object.fromEntries([
  ...Array.from({ length: 19 }, (_, index) => [
    `content/text-${index}/article.md`,
    `---\ntitle: Text ${index}\ndate: 2026-11-01\n---\n\n# Part\n\nWords of ${index}. [x](missing.md)\n`,
  ]),
  ["content/book/publication.yaml", "title: A book\ndate: 2026-11-01\nchapters: [one.md]\ncolour: red\n"],
  ["content/book/one.md", "# One\n\nA chapter.\n"],
]) as Record<string, string>;

const options = { sources: "content", editions: ["web"], cache: false, config: {}, jobs: 2 } as const;

/** Builds with helpers that answer so, and tells how many tasks they had. */
async function withHelpers(answer: (task: unknown) => Promise<unknown>, texts = files) {
  let [asked, ended] = [0, 0];
  const startHelper = (): Helper => ({
    ask: (task) => {
      asked += 1;
      expect(task).toMatchObject({ isCached: false });
      // As another process gets it.
      return answer(structuredClone(task));
    },
    end: () => Promise.resolve(void (ended += 1)),
  });
  const built = await build(worldOf(texts, { startHelper }), options);
  return { built, asked, ended };
}

test("helpers produce the same files and findings as one process", async () => {
  const alone = await build(worldOf(files), options);
  expect(alone.publications).toHaveLength(20);
  expect(alone.diagnostics.length).toBeGreaterThan(19);
  const { work } = openHelp(worldOf(files));
  const { built, asked, ended } = await withHelpers(async (task) => structuredClone(await work(task)));
  const { stages: _, ...made } = built;
  const { stages: __, ...expected } = alone;
  expect(made).toEqual(expected);
  expect(asked).toBeGreaterThan(1);
  expect(ended).toBe(1);
});

test("the work of helpers that have ended is done in this process", async () => {
  const { built, asked } = await withHelpers(() => Promise.reject(new Error("It has ended.")));
  expect(asked).toBeGreaterThan(1);
  expect(built.publications).toHaveLength(20);
});

test.each([
  [99, 1],
  [100, 2],
])("of %i publications in two lanes, helpers build those of %i", async (count, lanes) => {
  const texts: Record<string, string> = {};
  for (let index = 0; index < count; index += 1) texts[`content/t${index}/article.md`] = `# Text ${index}\n`;
  const nothing = { outcome: { ok: false, diagnostics: [] }, stages: [] };
  const { asked, ended } = await withHelpers(() => Promise.resolve(nothing), texts);
  expect([ended, asked === count]).toEqual([lanes, lanes === 2]);
});
