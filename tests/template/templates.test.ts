import { expect, test } from "vitest";
import type { EditionName } from "../../src/model/edition.ts";
import { build } from "../../src/pipeline/build.ts";
import { printDiagnostics } from "../support/prepare.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const editions: readonly EditionName[] = ["web", "ebook", "docx", "handout", "handout-a4", "large-print"];

/** Every edition, checked as always, by its name. */
async function buildText(text: string): Promise<ReadonlyMap<EditionName, string>> {
  const folder = await temporaryFolder({ "text.md": text });
  const request = { sources: ["text.md"], editions, config: {}, toolVersion: "0.0.0" };
  const outcome = await build(worldIn(folder), request);
  expect(printDiagnostics(outcome.diagnostics)).toBe("");
  if (!outcome.ok) return new Map();
  const artifacts = outcome.value.flatMap((built) => built.artifacts);
  return new Map(artifacts.map(({ edition, bytes }) => [edition, new TextDecoder().decode(bytes)]));
}

test("a report has numbers before its sections, in the text and in the contents list", async () => {
  const made = await buildText(
    "---\ntitle: A report\ntemplate: report\n---\n\n## First\n\nText.[^1]\n\n### Inner\n\nText.\n\n## Second\n\nText.\n\n## Third\n\nEnd.\n\n[^1]: A note.\n",
  );
  expect([...made.keys()].toSorted()).toEqual(editions.toSorted());
  const page = made.get("web") ?? "";
  expect(page).toMatch(/<h2[^>]*>1 First/);
  expect(page).toMatch(/<h3[^>]*>1\.1 Inner/);
  expect(page).toMatch(/<span class="entry-title">3 Third/);
  expect(page).toMatch(/<h2[^>]*>Notes/);
});

test("a letter is one page with its sender and without a contents list", async () => {
  const made = await buildText(
    "---\ntitle: Your appointment\npublisher: Harbour Clinic\ndate: 2026-01-05\ntemplate: letter\n---\n\nDear reader,\n\n## One\n\nText.\n\n## Two\n\nText.\n\n## Three\n\nText.\n",
  );
  expect([...made.keys()].toSorted()).toEqual(editions.toSorted());
  expect(made.get("web")).not.toContain('class="contents"');
});
