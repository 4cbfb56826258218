import { extname } from "node:path";
import { auditEpub } from "./check/audit.ts";
import { bookSuites, fullSuites } from "./check/suites.ts";
import { tracer } from "./check/trace.ts";
import { inspectEpub } from "./check.ts";
import { composeBook } from "./compose.ts";
import { writeEpub } from "./write.ts";
import { toKobo } from "./write/kobo.ts";
import type { Artifact } from "../../model/artifact.ts";
import type { Book } from "../../model/book.ts";
import { editionOf } from "../../model/every-edition.ts";
import { type Outcome, settle } from "../../model/outcome.ts";
import { coverOf } from "../../template/cover/cover.ts";
import { artifactPath, type Format, type FormatRequest, type RenderResult } from "../../template/format.ts";

/** Returns the cover as an image next to the book, for the library. */
function coverBeside(file: string, { files, coverImage }: Book): Artifact["picture"] {
  const cover = files.find(({ path }) => path === coverImage);
  return cover && { path: file.replace(/(?:\.kobo)?\.epub$/, `.cover${extname(cover.path)}`), bytes: cover.bytes };
}

/** Drawn covers are kept until the book is composed. */
async function prepare({ template, publication, options, fonts }: Omit<FormatRequest, "paged">): Promise<void> {
  await coverOf(template, publication, options, fonts);
}

export const format: Format = { render, prepare };

async function render(request: FormatRequest): Promise<Outcome<RenderResult>> {
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
}
