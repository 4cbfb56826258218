import { expect, test } from "vitest";
import type { Artifact } from "../../src/model/artifact.ts";
import { build } from "../../src/pipeline/build.ts";
import { noCache } from "../../src/pipeline/build-cache.ts";
import { compareReadings, type Reading } from "../../src/pipeline/text-parity.ts";
import { printDiagnostics } from "../support/prepare.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const article = [
  "---\ntitle: A Title\n---\n",
  "First of all stands this sentence.[^1]\n",
  ":::only{edition=web}\nThis is said on the web page alone.\n:::\n",
  "[^1]: A note that tells more of it.\n",
].join("\n");

async function readings(
  editions: readonly string[],
): Promise<Map<string, { artifact: Artifact; reading?: Reading | undefined }>> {
  const made = new Map<string, { artifact: Artifact; reading?: Reading | undefined }>();
  const cache = {
    ...noCache,
    make: async (request: Parameters<typeof noCache.make>[0]) => {
      const outcome = await noCache.make(request);
      if (outcome.ok) made.set(request.edition, outcome.value);
      return outcome;
    },
  };
  const world = worldIn(await temporaryFolder({ "text/article.md": article }));
  const outcome = await build(world, { sources: ["text"], editions, config: {}, toolVersion: "0", cache });
  expect(printDiagnostics(outcome.diagnostics.filter(({ rule }) => rule === "formatsAgree"))).toBe("");
  return made;
}

test("reads the text of a web page, an e-book and a PDF from their bytes", async () => {
  const made = await readings(["web", "ebook", "handout"]);
  for (const edition of ["web", "ebook", "handout"]) {
    const { words = "", astray } = made.get(edition)?.reading ?? {};
    expect(words, edition).toContain("firstofallstandsthissentence");
    expect(words, edition).toContain("anotethattellsmoreofit");
    expect(words.includes("saidonthewebpagealone"), edition).toBe(edition === "web");
    expect(astray, edition).toEqual([]);
  }
});

test("words missing in one file are reported at their position, with the files that have them", async () => {
  const made = await readings(["web", "ebook"]);
  const [web, ebook] = [made.get("web"), made.get("ebook")];
  if (!web || !ebook?.reading) throw new Error("An edition was not made.");
  const location = { file: "text/article.md", position: { start: { line: 5, column: 1 } } };
  const words = "firstofallstandsthissentence";
  const lost = { words, written: "First of all stands this sentence.", how: "lost" as const, location };
  const reading = { words: ebook.reading.words.replace(words, ""), astray: [lost] };
  expect(
    printDiagnostics([
      ...compareReadings(
        new Map([
          ["web", web],
          ["ebook", { ...ebook, reading }],
        ]),
      ).values(),
    ]),
  ).toBe(
    'text/article.md:5:1 warning formatsAgree "First of all stands this sentence." is not in text.epub, as text.html has it. ' +
      "(This is a fault of Offprint or of the template: look at this place in the file, and report it.)\n",
  );
});
