import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { build } from "../../src/pipeline/build.ts";
import type { EditionName } from "../../src/model/edition.ts";
import { printDiagnostics } from "../support/prepare.ts";
import { type Files, temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

async function buildWith(styles: Files, editions: readonly EditionName[] = ["web", "ebook"]) {
  const folder = await temporaryFolder({ "text/article.md": "# A text\n\nWords.\n", ...styles });
  const outcome = await build(worldIn(folder), { sources: ["text"], editions, config: {}, toolVersion: "0.0.0" });
  const artifacts = outcome.ok ? outcome.value.flatMap((built) => built.artifacts) : [];
  const bytesOf = (edition: EditionName) =>
    artifacts.find((artifact) => artifact.edition === edition)?.bytes ?? new Uint8Array();
  const book = editions.includes("ebook") ? unzipSync(bytesOf("ebook")) : {};
  const sheet = Object.entries(book).find(([path]) => path.endsWith("book.css"))?.[1];
  return {
    printed: printDiagnostics(outcome.diagnostics),
    web: new TextDecoder().decode(bytesOf("web")),
    book: sheet ? strFromU8(sheet) : "",
    paper: bytesOf("handout").length,
  };
}

test("style sheets next to a text follow those of the template, each for its medium", async () => {
  const { printed, web, book } = await buildWith({
    "text/style.web.css": "h2 { color: teal }",
    "text/style.book.css": "h2 { color: olive }",
  });
  expect(printed).toBe("");
  expect(web).toContain("h2 { color: teal }</style>");
  expect(web).not.toContain("olive");
  expect(book).toMatch(/h2 \{ color: olive \}$/);
  expect(book).not.toContain("teal");
});

test("rules that fetch, set pages or directions, or end the element are left out, with a finding", async () => {
  const { printed, web, book } = await buildWith({
    "text/style.web.css":
      '@import "https://example.org/a.css";\n@page { margin: 0 }\np { background: u\\72l(https://example.org/a.png); color: teal }\na::after { content: "</style><script>alert(1)</script>"; --x: url(//example.org/b.png) }\n',
    "text/style.book.css": "p { direction: rtl; color: olive }",
  });
  const result = "Rules that fetch files or set pages or directions are left out of the style sheet.";
  expect(printed).toContain(`text/style.web.css:1:1 warning styleConfined ${result}`);
  expect(printed).toContain(`text/style.book.css:1:1 warning styleConfined ${result}`);
  expect(web).toContain("p{color:teal}");
  expect(web).not.toContain("example.org");
  expect(web).not.toContain("</style><script>");
  expect(book).toContain("p{color:olive}");
});

test("a style sheet for paper changes the print", async () => {
  const plain = await buildWith({}, ["handout"]);
  const hidden = await buildWith({ "text/style.print.css": "main p { font-weight: 600 }" }, ["handout"]);
  expect(hidden.printed).toBe("");
  expect(hidden.paper).not.toBe(plain.paper);
});
