import { expect, test } from "vitest";
import { succeed } from "../../../src/model/outcome.ts";
import { includedPart } from "../../support/books/included-part.ts";
import { offprint } from "../../support/command-line.ts";
import { temporaryFolder } from "../../support/temporary.ts";
import { worldIn } from "../../support/world.ts";

test("offprint check --full shows Ace's findings at the line of the text that caused them", async () => {
  const folder = await temporaryFolder(includedPart);
  const checkers = { epubcheck: async () => succeed([]), ace: worldIn(folder).checkers.ace };
  const { err, code } = await offprint(folder, ["check", "--full", "--edition", "ebook", "book"], { checkers });
  expect(err).toContain("book/part.md:3:12 error In text/02-two.xhtml: ");
  expect(err).toMatch(/\(Ace empty-table-header\) epubAccessible/);
  // `check` lets no warning pass.
  expect(code).toBe(1);
});
