import { expect, test } from "vitest";
import { checkFormulas } from "../../../src/formats/pdf/check/formulas.ts";
import type { EditionName } from "../../../src/model/edition.ts";
import { loadHandout } from "../../support/handout.ts";
import { prepareSource, printDiagnostics } from "../../support/prepare.ts";
import { worldOf } from "../../support/world.ts";

const sum = Array.from({ length: 13 }, (_, index) => `a_{${index}}`).join(" + ");

/** What is said of formulas in an edition on paper. */
async function check(text: string, edition: EditionName): Promise<string> {
  const prepared = await prepareSource(worldOf({ "article.md": `# Title\n\n${text}\n` }), ".");
  if (!prepared.ok) throw new Error(printDiagnostics(prepared.diagnostics));
  const { options } = await loadHandout();
  return printDiagnostics(checkFormulas(prepared.value, edition, options));
}

test("a formula that can only be set smaller is reported at its line", async () => {
  const root = String.raw`\sqrt{${sum}}`;
  expect(await check(`$$\n${root}\n$$`, "large-print")).toBe(
    "article.md:3:1 warning formulaFits This formula is wider than a line of a printed edition, and is printed smaller " +
      String.raw`there. (Break it into lines: \begin{aligned} … \\ … \end{aligned}.)` +
      "\n",
  );
  expect(await check(`In a line $${root}$, here.`, "large-print")).toMatch(/^article\.md:3:11 warning formulaFits /);
  expect(await check(`$$\n${root}\n$$`, "handout")).toBe("");
});

test("a formula that is broken into lines keeps its size, without a finding", async () => {
  expect(await check(`$$\n${sum} + ${sum} + ${sum}\n$$`, "large-print")).toBe("");
});
