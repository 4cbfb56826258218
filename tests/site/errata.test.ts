import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import type { Manifest } from "../../src/config/manifest-file.ts";
import type { ListedRelease } from "../../src/config/releases-file.ts";
import { compareReleases } from "../../src/pipeline/compare-releases.ts";
import { messagesFor } from "../../src/i18n/messages.ts";
import { composeErrataPage } from "../../src/site/errata-page.ts";
import { changeList } from "../../src/site/list-changes.ts";

const base = { slug: "memo", title: "A memo", language: "en", artifacts: [] } as unknown as Manifest;

function releaseOf(page: number, value: string, ids: readonly string[]): Manifest {
  const sections = ids.map((id) => ({ id, title: `Section ${id}`, sha256: `${id}${id === "one" ? page : ""}`, page }));
  const facts = [{ id: "fee", statement: "The fee", value, checked: "2026-01-01", pages: [page, page + 3] }];
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
  expect(text).toContain("|Changed|The fee|$10| → |$12|page 2, page 5|");
  expect(composeErrataPage(base, releases.slice(1))).toBeUndefined();
});

test("the list of changes has the pages of the new copy", () => {
  const [newest] = releases;
  const list = toHtml(changeList(newest ?? { id: "", sections: [], facts: [] }, messagesFor("en"), "h2"));
  expect(list).toContain("<li>Changed: The fee (page 3, page 6): <del>$10</del> → <ins>$12</ins></li>");
  expect(list).toContain("<li>Changed: Section one (page 3)</li>");
});

test("facts that one release states and the other does not have the pages of the one that does", () => {
  const without = { ...releaseOf(2, "$10", []), facts: [] };
  expect(compareReleases(without, releaseOf(3, "$12", [])).facts).toEqual([
    { kind: "added", title: "The fee", after: "$12", pages: [3, 6] },
  ]);
  expect(compareReleases(releaseOf(3, "$12", []), without).facts).toEqual([
    { kind: "removed", title: "The fee", before: "$12", formerPages: [3, 6] },
  ]);
});
