import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { World } from "../../src/model/world.ts";
import { loadSources } from "../../src/pipeline/load.ts";
import { findPublications } from "../../src/source/find.ts";
import { prepareSource, printDiagnostics } from "../support/prepare.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>';

async function prepared(world: World, name: string) {
  const outcome = await prepareSource(world, name);
  if (!outcome.ok) throw new Error(printDiagnostics(outcome.diagnostics));
  return outcome.value;
}

function withVariables(folder: string, variables: World["host"]["variables"]): World {
  const world = worldIn(folder);
  return { ...world, host: { ...world.host, variables } };
}

describe("the instant that artifacts carry", () => {
  const dated = "---\ntitle: A\ndate: 2026-01-02\nupdated: 2026-03-04\n---\n\nText.\n";

  test("SOURCE_DATE_EPOCH before all", async () => {
    const folder = await temporaryFolder({ "a.md": dated });
    const { modified } = await prepared(withVariables(folder, { SOURCE_DATE_EPOCH: "86400" }), "a.md");
    expect(modified.toISOString()).toBe("1970-01-02T00:00:00.000Z");
  });

  test("then the day of the last change, then that of publication", async () => {
    const folder = await temporaryFolder({
      "a.md": dated,
      "b.md": dated.replace("updated", "date").replace(/date.*\n/, ""),
    });
    expect((await prepared(worldIn(folder), "a.md")).modified.toISOString()).toBe("2026-03-04T00:00:00.000Z");
    expect((await prepared(withVariables(folder, { SOURCE_DATE_EPOCH: "soon" }), "b.md")).modified.toISOString()).toBe(
      "2026-03-04T00:00:00.000Z",
    );
  });

  test("then that of the last commit, and never that of a file", async () => {
    const folder = await temporaryFolder({ "a.md": "# A\n\nText.\n" });
    await utimes(join(folder, "a.md"), new Date("2026-05-06"), new Date("2026-05-06"));
    expect(await prepared(worldIn(folder), "a.md")).toMatchObject({
      modified: new Date("1980-01-01T00:00:00Z"),
      dated: "none",
    });
  });
});

test("the sources of a publication, sorted, with its images", async () => {
  const folder = await temporaryFolder({
    "book/publication.yaml": "title: A\ncover: cover.svg\nchapters: [z.md, a.md]\n",
    "book/z.md": "# Z\n\n![Z](pictures/z.svg)\n",
    "book/a.md": "# A\n\n![Z](pictures/z.svg)\n",
    "book/cover.svg": drawing,
    "book/pictures/z.svg": drawing,
    "book/unused.svg": drawing,
  });
  const publication = await prepared(worldIn(folder), "book");
  expect(publication.madeFrom).toEqual(["a.md", "cover.svg", "pictures/z.svg", "publication.yaml", "z.md"]);
  expect([...publication.images.keys()]).toEqual(["images/z.svg"]);
  expect(publication.cover?.name).toBe("images/cover.svg");
});

test("a plain file is a publication with sane defaults", async () => {
  const folder = await temporaryFolder({ "elsewhere/02_First-steps.md": "Just *text*.\n" });
  const world = worldIn(join(folder, "elsewhere"));
  const { slug, metadata, chapters } = await prepared(world, join(folder, "elsewhere/02_First-steps.md"));
  expect(slug).toBe("02_First-steps");
  expect(metadata).toMatchObject({ title: "First steps", language: "en", direction: "ltr", authors: [] });
  expect(chapters).toHaveLength(1);
});

test("the article overrides the configuration of the template", async () => {
  const folder = await temporaryFolder({
    "a.md": "---\ntemplate: own\n---\n\n# A\n\nText.\n",
    "b.md": "# B\n\nText.\n",
  });
  const template = { name: "other", options: {} };
  const of = async (name: string) => {
    const found = await findPublications(worldIn(folder), [name]);
    const [source] = found.ok ? found.value : [];
    const loaded = source && (await loadSources(worldIn(folder), source, { template }));
    return loaded?.ok && loaded.value.metadata.template.name;
  };
  expect(await of("a.md")).toBe("own");
  expect(await of("b.md")).toBe("other");
});
