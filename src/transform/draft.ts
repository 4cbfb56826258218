import { slug } from "github-slugger";
import { messagesFor } from "../i18n/messages.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { joinTexts } from "../model/source.ts";
import type { Draft, DraftInput, HtmlArticle, MarkdownArticle } from "./article.ts";
import { useFacts } from "./facts.ts";
import { textOf } from "./hast.ts";
import { htmlTransforms } from "./html-transforms.ts";
import { toId } from "./ids.ts";
import { markdownTransforms } from "./markdown-transforms.ts";
import { reporter } from "../diagnostics/report.ts";
import { runTransforms } from "../model/transform.ts";
import { toHast } from "./to-hast.ts";

/** An article as far as it can be brought alone: the transforms of its mdast, then those of its hast. */
export function draftChapter(input: DraftInput): Draft {
  const { file, tree, language, context } = input;
  const diagnostics: Diagnostic[] = [];
  const source = joinTexts(file, input.included);
  const report = reporter(source, diagnostics);
  const words = messagesFor(language);
  const facts = useFacts(context.facts ?? new Map(), language);
  const article = { input, source, words, report, facts, citations: [] };

  const title = { text: input.fallback, givenId: [] };
  const markdown: MarkdownArticle = { ...article, tree, abbreviations: new Map(), title, titleContent: [] };
  runTransforms(markdownTransforms, markdown);
  const html: HtmlArticle = {
    ...article,
    body: toHast(tree, report),
    footnotes: { type: "root", children: [] },
    images: [],
    aliases: new Map(),
  };
  runTransforms(htmlTransforms, html, markdownTransforms);

  const titleText = textOf({ type: "root", children: [...markdown.titleContent] }).trim();
  return {
    file,
    language,
    source,
    words,
    titleContent: markdown.titleContent,
    title: titleText,
    titleIds: [...markdown.title.givenId, toId(titleText), slug(titleText)],
    aliases: html.aliases,
    body: html.body,
    footnotes: html.footnotes,
    abbreviations: markdown.abbreviations,
    facts: facts.used,
    images: html.images,
    report,
    diagnostics,
  };
}
