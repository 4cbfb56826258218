import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConfig } from "../../src/api/load-config.ts";
import { preparePublication } from "../../src/pipeline/prepare.ts";
import { findPublications } from "../../src/source/find.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn, worldOf } from "../support/world.ts";

const load = (text: string) => loadConfig(worldOf({ "CITATION.cff": text }));

test("a CITATION.cff supplies metadata that no publication has", async () => {
  const text = `cff-version: 1.2.0
title: Data on exams
message: Cite it.
authors:
  - given-names: Ann
    name-particle: de
    family-names: Roe
    orcid: https://orcid.org/0000-0002-1825-0097
    affiliation: A place
  - name: A body
license: CC-BY-4.0
keywords: [exams, law]
`;
  expect(await load(text)).toMatchObject({
    ok: true,
    value: {
      cited: {
        authors: [{ name: "Ann de Roe", orcid: "0000-0002-1825-0097", affiliation: "A place" }, { name: "A body" }],
        licence: "CC-BY-4.0",
        keywords: ["exams", "law"],
      },
    },
  });
});

test("its authors are those of the texts in its folder, and of no others", async () => {
  const folder = await temporaryFolder({
    "project/CITATION.cff": "authors: [{ name: A body }]\nlicense: MIT\n",
    "project/own.md": "# Own\n\nWords.\n",
    "other.md": "# Other\n\nWords.\n",
  });
  const world = worldIn(join(folder, "project"));
  const config = await loadConfig(world);
  const found = await findPublications(world, ["own.md", "../other.md"]);
  if (!config.ok || !found.ok) throw new Error("The project cannot be read.");
  const authors = found.value.map(async (source) => {
    const prepared = await preparePublication(world, source, config.value);
    return prepared.ok && prepared.value.publication.metadata.authors.map(({ name }) => name);
  });
  expect(await Promise.all(authors)).toEqual([["A body"], []]);
});

test("unsupported settings of it are left out", async () => {
  const text = "authors: nobody\nlicense: [MIT, Apache-2.0]\nkeywords: [1]\n";
  expect(await load(text)).toEqual({ ok: true, value: { cited: {} }, diagnostics: [] });
});

test("a CITATION.cff that is no YAML is a finding at its line", async () => {
  expect(await load("title: [\n")).toMatchObject({
    ok: false,
    diagnostics: [expect.objectContaining({ rule: "yamlParses", file: "CITATION.cff" })],
  });
});
