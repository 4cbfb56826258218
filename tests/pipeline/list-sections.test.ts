import { expect, test } from "vitest";
import { blockId } from "../../src/model/page-map.ts";
import { listSections } from "../../src/pipeline/list-sections.ts";
import { prepareSource, printDiagnostics } from "../support/prepare.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

test("a section has the page of its heading, and the text before the first that of its first block on paper", async () => {
  const text = "# A memo\n\nAn opening.\n\n- An item.\n\n## Known {#known}\n\nWords.\n\n## Unmeasured\n\nWords.\n";
  const folder = await temporaryFolder({ "memo/article.md": text });
  const outcome = await prepareSource(worldIn(folder), "memo");
  if (!outcome.ok) throw new Error(printDiagnostics(outcome.diagnostics));
  const at = (page: number) => ({ page, top: 0, left: 0 });
  const positions = new Map([
    [blockId("b2"), at(2)],
    ["known", at(3)],
    [blockId("b4"), at(4)],
  ]);
  const pages = (measured?: typeof positions) =>
    listSections(outcome.value, measured).map(({ title, page }) => [title, page]);
  expect(pages(positions)).toEqual([
    ["A memo", 2],
    ["Known", 3],
    ["Unmeasured", undefined],
  ]);
  expect(pages()).toEqual([
    ["A memo", undefined],
    ["Known", undefined],
    ["Unmeasured", undefined],
  ]);
});
