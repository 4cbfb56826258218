import { expect, test } from "vitest";
import { loadConfig } from "../../src/api/load-config.ts";
import { worldOf } from "../support/world.ts";

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
      metadata: {
        authors: [{ name: "Ann de Roe", orcid: "0000-0002-1825-0097", affiliation: "A place" }, { name: "A body" }],
        licence: "CC-BY-4.0",
        keywords: ["exams", "law"],
      },
    },
  });
});

test("unsupported settings of it are left out", async () => {
  const text = "authors: nobody\nlicense: [MIT, Apache-2.0]\nkeywords: [1]\n";
  expect(await load(text)).toEqual({ ok: true, value: { metadata: {} }, diagnostics: [] });
});

test("a CITATION.cff that is no YAML is a finding at its line", async () => {
  expect(await load("title: [\n")).toMatchObject({
    ok: false,
    diagnostics: [expect.objectContaining({ rule: "yamlParses", file: "CITATION.cff" })],
  });
});
