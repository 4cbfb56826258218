import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ContentsEntry, Publication } from "../src/model/publication.ts";
import { prepareSource, printDiagnostics } from "./support/prepare.ts";
import { printBody } from "./support/print-body.ts";
import { printBuild } from "./support/print-build.ts";
import { update } from "./support/update-cases.ts";
import { datedWorldIn } from "./support/world.ts";

// A case is a folder `cases/<theme>/<case>` with a publication and what it must become:
//   body.html        its chapters, printed for reading; left out where the publication cannot be made
//   diagnostics.txt  what is to be said about it; left out where there is nothing to say
//   contents.txt     the contents list, where the case is about it
//   images.txt       its images, drawings with their text, where the case is about them
//   metadata.json    what the metadata must hold at least, where the case is about it
//   web.html, book.html, build.txt
//                    where the case is about what a build makes: the main part of the web page, the e-book's package and
//                    documents, and what the build says; an empty file is enough to have one written
// `UPDATE_CASES=1 npx vitest run tests/cases.test.ts` writes the expected files anew, metadata excepted. Read what it wrote: a case is right
// because a person found it right.

const ofBuilds = ["web.html", "book.html", "build.txt"];

const cases = join(import.meta.dirname, "cases");

for (const theme of readdirSync(cases)) {
  describe(theme, () => {
    for (const name of readdirSync(join(cases, theme))) {
      test(name, () => assertCase(join(cases, theme, name)));
    }
  });
}

async function assertCase(folder: string): Promise<void> {
  const outcome = await prepareSource(datedWorldIn(folder), ".");
  assertFile(folder, "body.html", outcome.ok ? printPublication(outcome.value) : "");
  assertFile(folder, "diagnostics.txt", printDiagnostics(outcome.diagnostics));
  assertIfThere(folder, "contents.txt", outcome.ok ? printContents(outcome.value) : "");
  assertIfThere(folder, "images.txt", outcome.ok ? printImages(outcome.value) : "");
  const metadata = read(folder, "metadata.json");
  if (metadata !== "") expect(outcome.ok && outcome.value.metadata).toMatchObject(JSON.parse(metadata) as object);
  if (ofBuilds.some((name) => existsSync(join(folder, name)))) await assertBuild(folder);
}

async function assertBuild(folder: string): Promise<void> {
  const { web, book, diagnostics } = await printBuild(datedWorldIn(folder));
  assertIfThere(folder, "web.html", web);
  assertIfThere(folder, "book.html", book);
  assertIfThere(folder, "build.txt", printDiagnostics(diagnostics));
}

function assertFile(folder: string, name: string, actual: string): void {
  if (update) {
    if (actual === "") rmSync(join(folder, name), { force: true });
    else writeFileSync(join(folder, name), actual);
  }
  expect(actual, name).toBe(read(folder, name));
}

function assertIfThere(folder: string, name: string, actual: string): void {
  if (!existsSync(join(folder, name))) return;
  if (update) writeFileSync(join(folder, name), actual);
  expect(actual, name).toBe(read(folder, name));
}

function read(folder: string, name: string): string {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

function printPublication({ chapters, backMatter }: Publication): string {
  const pieces = chapters.map(({ slug, part, titleContent, body, notes }) => {
    const heading = { type: "element" as const, tagName: "h1", properties: {}, children: [...titleContent] };
    const opening = `<!-- ${slug}${describePart(part)} -->\n`;
    return opening + printBody([heading, ...body.children, ...(notes ? [notes] : [])]);
  });
  const sections = backMatter.map(({ section }) => `<!-- at the end -->\n${printBody([section])}`);
  return [...pieces, ...sections].join("\n");
}

function printImages({ images }: Publication): string {
  return Array.from(images.values(), ({ name, mediaType, width, height, bytes }) => {
    const drawing = mediaType === "image/svg+xml" ? `${new TextDecoder().decode(bytes)}\n` : "";
    return `${name} ${mediaType} ${width} × ${height}\n${drawing}`;
  }).join("");
}

function printContents({ chapters }: Publication): string {
  const lines = (entries: readonly ContentsEntry[], indent: string): string =>
    entries.map(({ id, title, children }) => `${indent}${title} #${id}\n${lines(children, `${indent}  `)}`).join("");
  return chapters.map((chapter) => lines(chapter.contents, "")).join("");
}

function describePart(part: string | null | undefined): string {
  if (part === undefined) return "";
  return part === null ? ", in no part" : `, the first of the part "${part}"`;
}
