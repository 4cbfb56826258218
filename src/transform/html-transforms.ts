import { alignDecimals } from "./align-decimals.ts";
import type { HtmlArticle } from "./article.ts";
import { markCitations } from "./citations/mark-citations.ts";
import { formatNumbers } from "./format-numbers.ts";
import { highlightCode } from "./highlight-code.ts";
import { assignIds } from "./ids.ts";
import { listImages } from "./images.ts";
import { breakPages } from "./page-breaks.ts";
import { nameLinks } from "./name-links.ts";
import { checkAlternativeTexts } from "./prose/alternative-texts.ts";
import type { Transform } from "../model/transform.ts";
import { takeFootnotes } from "./take-footnotes.ts";
import { tidy } from "./tidy.ts";

/** Transforms of an article's hast, in order. */
export const htmlTransforms: readonly Transform<HtmlArticle>[] = [
  {
    name: "tidy",
    needs: ["take-title"],
    why: "A heading of the first level that is left is none.",
    run: ({ body, report }) => tidy(body, report),
  },
  {
    name: "format-numbers",
    needs: ["tidy"],
    why: "Numbers of a file are written as the language does before their decimals are counted.",
    run: ({ body, input }) => formatNumbers(body, input.language),
  },
  {
    name: "align-decimals",
    needs: ["tidy", "format-numbers"],
    why: "It is known by a class how a cell is aligned.",
    run: ({ body, input }) => alignDecimals(body, input.language),
  },
  {
    name: "mark-citations",
    needs: ["resolve-citations"],
    why: "What holds the place of a citation says which one.",
    run: ({ body, citations }) => markCitations(body, citations),
  },
  {
    name: "break-pages",
    needs: ["tidy"],
    why: "An empty paragraph behind a page break is not what begins the page.",
    run: ({ body }) => breakPages(body),
  },
  {
    name: "name-links",
    needs: ["mark-citations"],
    why: "What holds the place of a citation is no empty link.",
    run: ({ body, report }) => nameLinks(body, report),
  },
  {
    name: "check-alternative-texts",
    why: "Images of raw HTML have alternative texts, too.",
    run: ({ body, input, report }) => checkAlternativeTexts(body, input.language, report),
  },
  {
    name: "highlight-code",
    why: "The words of code are elements with classes.",
    run: ({ body, report, input }) => highlightCode(body, report, input.context.highlighter),
  },
  {
    name: "assign-ids",
    needs: ["tidy"],
    why: "Every heading gets an id, also one that was of the first level.",
    run: (article) => (article.aliases = assignIds(article.body, article.report)),
  },
  {
    name: "take-footnotes",
    needs: ["assign-ids"],
    why: "The id of a note gives way to one that the author chose.",
    run: (article) => (article.footnotes = takeFootnotes(article.body)),
  },
  {
    name: "list-images",
    needs: ["take-footnotes"],
    why: "Images in notes come after those in the text.",
    run: (article) =>
      (article.images = [article.body, article.footnotes].flatMap((tree) => listImages(tree, article.source))),
  },
];
