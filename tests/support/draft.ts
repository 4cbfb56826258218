import { parseArticle } from "../../src/parse/parse-article.ts";
import type { Draft } from "../../src/transform/article.ts";
import { draftChapter } from "../../src/transform/draft.ts";
import { highlighter } from "../../src/transform/highlighter.ts";
import { printDiagnostics } from "./prepare.ts";

/** A Markdown text through parse and the transforms that need one article only, without smart punctuation. */
export function draftText(text: string): Draft | undefined {
  const file = { path: "/article.md", shown: "article.md", text, sha256: "", modified: new Date(0) };
  const parsed = parseArticle(file);
  if (!parsed.ok) {
    if (parsed.diagnostics.some(({ rule }) => rule === "sourceNotEmpty")) return undefined;
    throw new Error(printDiagnostics(parsed.diagnostics));
  }
  return draftChapter({
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
}
