import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { guideFolder } from "../../.github/scripts/guide.ts";
import { loadConfig } from "../../src/api/load-config.ts";
import { factsFile } from "../../src/config/facts-file.ts";
import { frontMatter } from "../../src/config/front-matter.ts";
import { glossaryFile } from "../../src/config/glossary-file.ts";
import { publicationFile } from "../../src/config/publication-file.ts";
import { readYaml } from "../../src/config/read-yaml.ts";
import { cslItems } from "../../src/config/references/csl-item.ts";
import { templateExtension } from "../../src/config/template-extension.ts";
import { build } from "../../src/index.ts";
import { prepareSource, printDiagnostics } from "../support/prepare.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

// The examples of the guide are what somebody copies: each is built, loaded or read as the file that it is of.
// `guide.test.ts` builds the pairs of the chapters "Coming from …".

const root = join(import.meta.dirname, "../..");
const chapters = globSync("*.md", { cwd: guideFolder })
  .filter((name) => !name.startsWith("from-"))
  .toSorted();
const written = (name: string): string =>
  readFileSync(join(guideFolder, name), "utf8").replaceAll(/<!-- generated[\s\S]*?<!-- end -->/g, "");

/** Code blocks of these languages, each with the chapter that it stands in and the last TypeScript before it. */
function blocks(...languages: readonly string[]) {
  return chapters.flatMap((chapter) => {
    let config = "";
    return [...written(chapter).matchAll(/^(`{3,})(\w+)\n([^]*?)^\1$/gm)].flatMap(([, , language = "", code = ""]) => {
      if (language === "ts") config = code;
      return languages.includes(language) ? [{ chapter, config, code }] : [];
    });
  });
}

const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0h20v10z"/></svg>';
const shared = readFileSync(join(guideFolder, "parts/shared.md"), "utf8");

/** What the examples name. */
const beside = {
  "before.svg": picture,
  "after.svg": picture,
  "mark.svg": picture,
  "plan.png": readFileSync(join(guideFolder, "pictures/template-letter.png")),
  "fees.csv": "Exam,US,Canada,Elsewhere\nStep 1,680 USD,690,880 USD\nStep 2,680 USD,690,880 USD\n",
  "parts/shared.md": shared,
};

/** A configuration in which "offprint" is the program of this repository. */
function configFile(code: string): string {
  return code.replaceAll('from "offprint"', `from "${pathToFileURL(join(root, "src/index.ts")).href}"`);
}

/** An example with the front matter, and the heading above what is a part, that it has in a text. */
function articleOf(code: string): string {
  const head = "---\ntitle: A text\ndate: 2026-01-01\n";
  if (code.startsWith("---\n")) return code.replace("---\n", head);
  return code.startsWith("# ")
    ? code
    : `${head}---\n\n${code.startsWith("::include") ? "## A section\n\n" : ""}${code}`;
}

describe("examples of texts", () => {
  test.each(blocks("markdown", "md"))("$chapter: $code", async ({ config, code }) => {
    const files = { ...beside, "article.md": articleOf(code) };
    const folder = await temporaryFolder(
      config === "" ? files : { ...files, "offprint.config.ts": configFile(config) },
    );
    const { ok, diagnostics } =
      config === ""
        ? await prepareSource(worldIn(folder), ".")
        : await build({ cwd: folder, sources: "article.md", editions: ["web"], cache: false });
    expect(printDiagnostics(diagnostics)).toBe("");
    expect(ok).toBe(true);
  });
});

describe("examples of configurations", () => {
  test.each(blocks("ts").filter(({ code }) => code.includes("export default")))("$chapter: $code", async ({ code }) => {
    const folder = await temporaryFolder({ "offprint.config.ts": configFile(code) });
    const { ok, diagnostics } = await loadConfig(worldIn(folder));
    expect(printDiagnostics(diagnostics)).toBe("");
    expect(ok).toBe(true);
  });
});

describe("examples of files in YAML", () => {
  const { inputs } = parse(readFileSync(join(root, ".github/actions/offprint/action.yml"), "utf8")) as {
    readonly inputs: Record<string, unknown>;
  };
  const given = z.strictObject(Object.fromEntries(Object.keys(inputs).map((name) => [name, z.string().optional()])));
  const step = z.union([
    z.strictObject({ uses: z.literal("./.github/actions/offprint"), with: given.optional() }),
    z.strictObject({ uses: z.string().regex(/^actions\/checkout@v\d+$/) }),
  ]);
  const action = z.strictObject({ steps: z.array(step) });
  const schemas = [frontMatter, publicationFile, factsFile, glossaryFile, cslItems, templateExtension, action];

  test.each(blocks("yaml"))("$chapter: $code", ({ code }) => {
    const messages = schemas.map((schema) => {
      const { ok, diagnostics } = readYaml<z.ZodType>(code, schema, { file: "a.yaml", rule: "templateShape" });
      return ok && diagnostics.length === 0 ? "" : printDiagnostics(diagnostics);
    });
    expect(messages).toContain("");
  });
});
