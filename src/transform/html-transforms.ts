import type { Root } from "hast";
import type { HtmlArticle } from "./article.ts";
import { takeNotes } from "./footnotes.ts";
import { highlightCode } from "./highlight-code.ts";
import { assignIds } from "./ids.ts";
import { listImages } from "./images.ts";
import { breakPages } from "./page-breaks.ts";
import { checkAlternativeTexts } from "./prose/alternative-texts.ts";
import type { Transform } from "./run-transforms.ts";
import { tidy } from "./tidy.ts";

/** The transforms of an article's hast, in the order in which they run. */
export const htmlTransforms: readonly Transform<HtmlArticle>[] = [
  {
    name: "tidy",
    needs: ["take-title"],
    why: "A heading of the first level that is left is none.",
    run: ({ body, report }) => tidy(body, report),
  },
  {
    name: "break-pages",
    needs: ["tidy"],
    why: "An empty paragraph behind a page break is not what begins the page.",
    run: ({ body }) => breakPages(body),
  },
  {
    name: "check-alternative-texts",
    needs: [],
    why: "Images of raw HTML have alternative texts, too.",
    run: ({ body, input, report }) => checkAlternativeTexts(body, input.language, report),
  },
  {
    name: "highlight-code",
    needs: [],
    why: "The words of code are elements with classes.",
    run: ({ body, report, input }) => highlightCode(body, report, input.context.highlighter),
  },
  {
    name: "assign-ids",
    needs: ["tidy"],
    why: "Every heading gets an id, also one that was of the first level.",
    run: ({ body, report }) => assignIds(body, report),
  },
  {
    name: "take-notes",
    needs: ["assign-ids"],
    why: "The id of a note gives way to one that the author chose.",
    run: (article) => (article.noteSection = takeNotes(article.body, article.words)),
  },
  {
    name: "list-images",
    needs: ["take-notes"],
    why: "Images in notes come after those in the text.",
    run: (article) => (article.images = imagesIn(article)),
  },
];

function imagesIn({ body, noteSection, source }: HtmlArticle): HtmlArticle["images"] {
  const whole: Root = { type: "root", children: [...body.children, ...(noteSection ? [noteSection] : [])] };
  return listImages(whole, source);
}
