import { expect, test } from "vitest";
import type { Book } from "../../../src/model/book.ts";
import { bibliographicMetadata } from "../../../src/formats/epub/write/metadata.ts";
import { textOf } from "../../support/epub.ts";

/** What a title is sorted by. */
function fileAs(title: string, language: string): string | undefined {
  const metadata = { title, language, authors: [], editors: [], keywords: [] };
  const book = { slug: "a", metadata, modified: new Date(0) } as unknown as Book;
  const found = bibliographicMetadata(book).find(
    ({ attributes }) => attributes["refines"] === "#title" && attributes["property"] === "file-as",
  );
  return found && textOf(found);
}

test.each([
  ["The Guide", "en", "Guide, The"],
  ["A", "en", "A"],
  ["Another Guide", "en", "Another Guide"],
  ["Der Weg nach Hause", "de", "Weg nach Hause, Der"],
  ["L’école", "fr", "école, L’"],
  ["Los caminos", "es-MX", "caminos, Los"],
  ["O caminho", "pt", "caminho, O"],
  ["案内", "ja", "案内"],
])("%s (%s) is sorted as %s", (title, language, sorted) => {
  expect(fileAs(title, language)).toBe(sorted);
});
