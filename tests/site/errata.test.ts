import { expect, test } from "vitest";
import type { Manifest } from "../../src/config/manifest-file.ts";
import type { ListedRelease } from "../../src/config/releases-file.ts";
import { compareReleases } from "../../src/pipeline/compare-releases.ts";
import { composeErrataPage } from "../../src/site/errata-page.ts";

const base = { slug: "memo", title: "A memo", language: "en", artifacts: [] } as unknown as Manifest;

function releaseOf(page: number, value: string, ids: readonly string[]): Manifest {
  const sections = ids.map((id) => ({ id, title: `Section ${id}`, sha256: `${id}${id === "one" ? page : ""}`, page }));
  const facts = [{ id: "fee", statement: "The fee", value, checked: "2026-01-01" }];
  return { ...base, sections, facts };
}

const changes = compareReleases(releaseOf(2, "$10", ["one", "two"]), releaseOf(3, "$12", ["one", "three"]));
const releases: ListedRelease[] = [
  { id: "bbbbbbbb", date: "2026-02-02", ...changes },
  { id: "aaaaaaaa", date: "2026-01-02", sections: [], facts: [] },
];

test("an errata slip names each change, with its page in the printed copy", () => {
  const page = composeErrataPage(base, releases) ?? "";
  const text = page
    .replace(/<style>[^]*?<\/style>/, "")
    .replaceAll(/<[^>]+>/g, "|")
    .replaceAll(/\|+/g, "|");
  expect(text).toContain("|What changed: A memo|");
  expect(text).toContain("|Version aaaaaaaa (January 2, 2026) → bbbbbbbb (February 2, 2026)|");
  expect(text).toContain("|Changed|Section one|page 2|New|Section three|page 3|Taken out|Section two|page 2|");
  expect(text).toContain("|Changed|The fee|$10| → |$12|");
  expect(composeErrataPage(base, releases.slice(1))).toBeUndefined();
});
