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
import { withHtmlPlugins, withMarkdownPlugins } from "./plugin-transforms.ts";
import { reporter } from "../diagnostics/report.ts";
import { runSlowTransforms } from "../model/transform.ts";
import { toHast } from "./to-hast.ts";

/** Transforms an article as far as possible by itself: first its mdast, then its hast. */
export async function draftChapter(input: DraftInput): Promise<Draft> {
  const markdown = openMarkdown(input);
  await runSlowTransforms(withMarkdownPlugins(markdownTransforms), markdown);
  const html = openHtml(markdown);
  await runSlowTransforms(withHtmlPlugins(htmlTransforms), html, markdownTransforms);
  return closeDraft(markdown, html);
}

export function openMarkdown(input: DraftInput): MarkdownArticle {
  const { file, tree, language, context } = input;
  const diagnostics: Diagnostic[] = [];
  const source = joinTexts(file, input.included);
  const report = reporter(source, diagnostics);
  const words = messagesFor(language);
  const facts = useFacts(context.facts ?? new Map(), language);
  const article = { input, source, words, report, diagnostics, facts, citations: [] };
  const title = { text: input.fallback, givenId: [] };
  return { ...article, tree, abbreviations: new Map(), title, titleContent: [] };
}

export function openHtml({
  input,
  source,
  words,
  report,
  diagnostics,
  facts,
  citations,
  tree,
}: MarkdownArticle): HtmlArticle {
  const article = { input, source, words, report, diagnostics, facts, citations };
  return {
    ...article,
    body: toHast(tree, report),
    footnotes: { type: "root", children: [] },
    images: [],
    aliases: new Map(),
  };
}

export function closeDraft(markdown: MarkdownArticle, html: HtmlArticle): Draft {
  const { input, source, words, report, diagnostics, facts, titleContent, title, abbreviations } = markdown;
  const { body, footnotes, images, aliases } = html;
  const { file, language } = input;
  const titleText = textOf({ type: "root", children: [...titleContent] }).trim();
  const titleIds = [...title.givenId, toId(titleText), slug(titleText)];
  const made = { titleContent, title: titleText, titleIds, aliases, body, footnotes, abbreviations, images };
  return { file, language, source, words, ...made, facts: facts.used, factPlaces: facts.places, report, diagnostics };
}
