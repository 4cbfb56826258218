import { copyOf } from "../../../model/copy.ts";
import type { Element, ElementContent, Root, Text } from "xast";
import { x } from "xastscript";
import type { Book, BookDocument } from "../../../model/book.ts";

/**
 * Converts a book for Kobo's own reading software, which marks positions, counts pages and keeps highlights by spans
 * around sentences (as in kepubify, https://pgaskin.net/kepubify/). The result is still an EPUB for any reading system.
 */
export function toKobo(book: Book): Book {
  return { ...book, documents: book.documents.map((document) => wrap(document, book.metadata.language)) };
}

/** The two boxes that Kobo's software lays out in columns, and the rule that removes their margins. */
const boxes = { outer: "book-columns", inner: "book-inner" } as const;
const style = `div#${boxes.inner} { margin-top: 0; margin-bottom: 0; }`;

function wrap(document: BookDocument, language: string): BookDocument {
  const tree = copyOf(document.tree);
  const root = tree.children.find((child) => child.type === "element");
  const [head, body] = ["head", "body"].map((name) => root?.children.find((child) => isNamed(child, name)));
  if (head?.type !== "element" || body?.type !== "element") return document;
  head.children.push(x("style", { type: "text/css", class: "kobostylehacks" }, style));
  const counter = new Counter(new Intl.Segmenter(language, { granularity: "sentence" }));
  body.children = [x("div", { id: boxes.outer }, [x("div", { id: boxes.inner }, counter.mark(body))])];
  return { ...document, tree };
}

function isNamed(node: Root["children"][number], name: string): boolean {
  return node.type === "element" && node.name === name;
}

/** Elements that begin a paragraph, and those left unchanged. */
const blocks = new Set(["p", "ol", "ul", "table"]);
const closed = new Set(["pre", "math", "rp", "svg", "style", "script", "audio", "video"]);

/** Numbers the spans of a document: `kobo.2.3` is the third in the second paragraph. */
class Counter {
  readonly #sentences: Intl.Segmenter;
  #paragraph = 1;
  #segment = 0;
  #paragraphBegins = false;

  constructor(sentences: Intl.Segmenter) {
    this.#sentences = sentences;
  }

  /** Returns an element's content with sentences and images in spans. */
  mark(parent: Element): ElementContent[] {
    return parent.children.flatMap((child): ElementContent[] => {
      if (child.type === "text") return this.#markText(child, parent);
      if (child.type !== "element" || closed.has(child.name)) return [child];
      if (child.name === "img") {
        this.#nextParagraph();
        return [this.#span(child)];
      }
      if (blocks.has(child.name)) this.#paragraphBegins = true;
      return [{ ...child, children: this.mark(child) }];
    });
  }

  /** White space between blocks is not text. */
  #markText(text: Text, parent: Element): ElementContent[] {
    if (text.value.trim() === "" && parent.name !== "p") return [text];
    return Array.from(this.#sentences.segment(text.value), ({ segment }) => {
      if (this.#paragraphBegins) this.#nextParagraph();
      return this.#span({ type: "text", value: segment });
    });
  }

  #nextParagraph(): void {
    this.#paragraph += 1;
    this.#segment = 0;
    this.#paragraphBegins = false;
  }

  #span(content: ElementContent): Element {
    this.#segment += 1;
    return x("span", { class: "koboSpan", id: `kobo.${this.#paragraph}.${this.#segment}` }, [content]);
  }
}
