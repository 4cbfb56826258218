import type { Element, Root } from "xast";
import { x } from "xastscript";
import { wordsFor } from "../../config/words.ts";
import type { Book, NavigationPoint } from "../../model/book.ts";

const namespaces = { xmlns: "http://www.w3.org/1999/xhtml", "xmlns:epub": "http://www.idpf.org/2007/ops" };

/** The navigation document (EPUB 3.3, §7): the contents list, which is a page too, and landmarks, which are not. */
export function navigationDocument(book: Book): Root {
  const { language, direction } = book.metadata;
  const words = wordsFor(language);
  const html = { ...namespaces, lang: language, "xml:lang": language, dir: direction };
  return x(null, [
    { type: "doctype", name: "html" },
    x("html", html, [
      x("head", [
        x("title", words.contents),
        x("link", { rel: "stylesheet", type: "text/css", href: book.styleSheet.path }),
      ]),
      x("body", { class: "contents" }, [
        x("nav", { "epub:type": "toc", role: "doc-toc", "aria-labelledby": "contents" }, [
          x("h1", { id: "contents" }, words.contents),
          list(book.navigation),
        ]),
        x("nav", { "epub:type": "landmarks", hidden: "hidden" }, [x("ol", landmarks(book))]),
      ]),
    ]),
  ]);
}

function list(points: readonly NavigationPoint[]): Element {
  return x(
    "ol",
    points.map(({ title, address, children }) =>
      x("li", [x("a", { href: address }, title), ...(children.length > 0 ? [list(children)] : [])]),
    ),
  );
}

function landmarks(book: Book): Element[] {
  const words = wordsFor(book.metadata.language);
  const pathOf = (...kinds: readonly string[]): string | undefined =>
    book.documents.find(({ kind }) => kinds.includes(kind))?.path;
  const all: readonly (readonly [type: string, address: string | undefined, title: string])[] = [
    ["cover", pathOf("cover"), words.cover],
    ["titlepage", pathOf("title-page"), words.titlePage],
    ["toc", book.showsContents ? "nav.xhtml" : undefined, words.contents],
    ["bodymatter", pathOf("part", "chapter"), book.metadata.title],
    ["endnotes", book.notes, words.notes],
  ];
  return all.flatMap(([type, address, title]) =>
    address === undefined ? [] : [x("li", [x("a", { "epub:type": type, href: address }, title)])],
  );
}
