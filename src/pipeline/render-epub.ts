import { extname } from "node:path";
import { auditEpub } from "../formats/epub/check/audit.ts";
import { bookSuites, fullSuites } from "../formats/epub/check/suites.ts";
import { tracer } from "../formats/epub/check/trace.ts";
import { inspectEpub } from "../formats/epub/check.ts";
import { composeBook } from "../formats/epub/compose.ts";
import { writeEpub } from "../formats/epub/write.ts";
import { toKobo } from "../formats/epub/write/kobo.ts";
import type { Artifact } from "../model/artifact.ts";
import type { Book } from "../model/book.ts";
import { editionOf } from "../model/every-edition.ts";
import { settle } from "../model/outcome.ts";
import { artifactPath, type FormatRenderer } from "./render-request.ts";

/** Returns the cover as an image next to the book, for the library. */
function coverBeside(file: string, { files, coverImage }: Book): Artifact["picture"] {
  const cover = files.find(({ path }) => path === coverImage);
  return cover && { path: file.replace(/(?:\.kobo)?\.epub$/, `.cover${extname(cover.path)}`), bytes: cover.bytes };
}

export const renderEpub: FormatRenderer = async (request) => {
  const book = await composeBook(request.template, request.publication, request.options, request.fonts, request.paged);
  if (!book.ok) return book;
  const { readingSystem } = editionOf(request.edition);
  const fitted = readingSystem === "kobo" ? toKobo(book.value) : book.value;
  const bytes = await writeEpub(fitted);
  const file = artifactPath(request);
  const trace = tracer(fitted, bytes);
  const { found, text } = await inspectEpub(bytes, file, trace);
  const { checkers, browser } = request;
  const audited = checkers ? await auditEpub({ bytes, file, trace }, checkers, browser) : [];
  const suites = checkers ? [...bookSuites, ...fullSuites] : bookSuites;
  return settle({ bytes, mediaType: "application/epub+zip", text, suites, picture: coverBeside(file, book.value) }, [
    ...book.diagnostics,
    ...found,
    ...audited,
  ]);
};
