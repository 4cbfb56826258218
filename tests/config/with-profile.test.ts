import { readFile } from "node:fs/promises";
import { join } from "node:path";
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

test("an unknown profile is a mistake of the command, with a suggestion", async () => {
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

test("a key that a profile cannot have is a finding", async () => {
  const cwd = await temporaryFolder({ "content/one/article.md": article });
  const wrong = { profiles: { draft: { metadata: { autors: [] } } } } as object;
  const { diagnostics } = await build({ cwd, config: wrong, cache: false });
  expect(diagnostics).toMatchObject([
    { rule: "configShape", message: '"profiles.draft.metadata.autors" is not a known key.' },
  ]);
  expect(diagnostics[0]?.hint).toContain("authors");
});

test("a part of a text names the profiles that it is for", async () => {
  const text = `# A text

:::only{profile=draft}
## To do

For reviewers.
:::

:::not{profile=draft}
For readers.
:::

::: {.content-visible unless-profile="draft"}
As Quarto says it.
:::

Seen :only[on the draft page]{profile=draft edition=markdown}:not[elsewhere]{profile="draft, print"}.

:::only{profile=drift}
Lost.
:::
`;
  const cwd = await temporaryFolder({ "content/one/article.md": text });
  const profiles = defineConfig({ profiles: { draft: {}, print: {} } });
  const made = async (profile?: string) => {
    const options = {
      cwd,
      config: profiles,
      cache: false,
      editions: ["markdown", "text"],
      ...(profile && { profile }),
    };
    const { publications, diagnostics } = await build(options);
    const texts = publications.flatMap(({ artifacts }) =>
      artifacts.map(({ bytes }) => new TextDecoder().decode(bytes)),
    );
    return { texts, told: diagnostics.map(({ rule, message, hint }) => `${rule}: ${message} ${hint ?? ""}`) };
  };
  const usual = await made();
  expect(usual.texts[1]).toMatch(/A text\W+For readers\.\s+As Quarto says it\.\s+Seen elsewhere\.\s*$/);
  expect(usual.told.filter((candidate) => !candidate.startsWith("dialectRead"))).toEqual([
    'editionKnown: There is no profile "drift". Did you mean "draft"?',
  ]);
  const draft = await made("draft");
  expect(draft.texts[0]).toMatch(/## To do\s+For reviewers\.\s+Seen on the draft page\.\s*$/);
  expect(draft.texts[1]).toMatch(/For reviewers\.\s+Seen \.\s*$/);
  const print = await made("print");
  expect(print.texts[1]).toMatch(/For readers\.\s+As Quarto says it\.\s+Seen \.\s*$/);
});

test("artifacts of one profile are not reused for another", async () => {
  const cwd = await temporaryFolder({
    "a.md": "# A text\n\n:only[A draft.]{profile=draft}:not[Final.]{profile=draft}\n",
    "offprint.config.mjs": "export default { profiles: { draft: {} } };\n",
  });
  const made = async (...words: string[]) => {
    await offprint(cwd, ["build", "a.md", "--edition", "text", ...words]);
    return readFile(join(cwd, "dist/a/a.txt"), "utf8");
  };
  expect(await made()).toContain("Final.");
  expect(await made("--profile", "draft")).toContain("A draft.");
  expect(await made()).toContain("Final.");
});
