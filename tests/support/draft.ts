import { parseArticle } from "../../src/parse/parse-article.ts";
import type { Draft } from "../../src/transform/article.ts";
import { closeDraft, openHtml, openMarkdown } from "../../src/transform/draft.ts";
import { highlighter } from "../../src/transform/highlighter.ts";
import { htmlTransforms } from "../../src/transform/html-transforms.ts";
import { markdownTransforms } from "../../src/transform/markdown-transforms.ts";
import { runTransforms } from "../../src/model/transform.ts";
import { printDiagnostics } from "./prepare.ts";

/** A Markdown text through parse and the transforms that need one article only, without smart punctuation. */
export function draftText(text: string): Draft | undefined {
  const file = { path: "/article.md", shown: "article.md", text, sha256: "", modified: new Date(0) };
  const parsed = parseArticle(file);
  if (!parsed.ok) {
    if (parsed.diagnostics.some(({ rule }) => rule === "sourceNotEmpty")) return undefined;
    throw new Error(printDiagnostics(parsed.diagnostics));
  }
  const markdown = openMarkdown({
    file: parsed.value.file,
    included: [],
    tree: parsed.value.tree,
    language: "en",
    title: "Given, so that no heading is taken for it",
    fallback: "",
    context: { today: "2026-11-24", highlighter },
    variables: new Map(),
    smartPunctuation: false,
  });
  runTransforms(markdownTransforms, markdown);
  const html = openHtml(markdown);
  runTransforms(htmlTransforms, html, markdownTransforms);
  return closeDraft(markdown, html);
}
