import { expect, test } from "vitest";
import { build, defineConfig } from "../../src/index.ts";
import { offprint } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary.ts";

const article = "# A text\n\nThis is {{status}}. ![](gone.png)\n";

const config = defineConfig({
  rules: { imageExists: "warning", imageHasAlt: "off" },
  metadata: { publisher: "A college", variables: { status: "final", room: 1 } },
  profiles: {
    draft: {
      out: "drafts",
      rules: { imageExists: "off" },
      metadata: { editions: ["text"], variables: { status: "a draft" } },
    },
  },
});

const rulesOf = ({ diagnostics }: Awaited<ReturnType<typeof build>>) => diagnostics.map(({ rule }) => rule);

test("the keys of a profile go over those of the configuration", async () => {
  const cwd = await temporaryFolder({ "content/one/article.md": article });
  const usual = await build({ cwd, config, cache: false, editions: ["markdown"], out: true });
  expect(rulesOf(usual)).toEqual(["imageExists"]);
  expect(usual.folder).toMatch(/dist$/);
  const draft = await build({ cwd, config, cache: false, profile: "draft", out: true });
  expect(rulesOf(draft)).toEqual([]);
  expect(draft.folder).toMatch(/drafts$/);
  const files = draft.publications.flatMap(({ artifacts }) => artifacts);
  expect(files.map(({ edition }) => edition)).toEqual(["text"]);
  expect(new TextDecoder().decode(files[0]?.bytes)).toContain("This is a draft.");
});

test("a profile that there is not is a mistake of the command, with the name that was meant", async () => {
  const cwd = await temporaryFolder({
    "content/one/article.md": article,
    "offprint.config.mjs": 'export default { profiles: { draft: { out: "drafts" } } };\n',
  });
  const { code, err } = await offprint(cwd, ["build", "--profile", "draf"]);
  expect(err).toContain('There is no profile "draf".');
  expect(err).toContain('Did you mean "draft"?');
  expect(code).toBe(2);
  expect((await offprint(cwd, ["build", "--profile", "constructor"])).err).toContain("Available: draft.");
});

test("a key that a profile cannot have is told", async () => {
  const cwd = await temporaryFolder({ "content/one/article.md": article });
  const wrong = { profiles: { draft: { metadata: { autors: [] } } } } as object;
  const { diagnostics } = await build({ cwd, config: wrong, cache: false });
  expect(diagnostics).toMatchObject([
    { rule: "configShape", message: '"profiles.draft.metadata.autors" is not a known key.' },
  ]);
  expect(diagnostics[0]?.hint).toContain("authors");
});
