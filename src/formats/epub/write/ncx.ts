import type { Element, Root } from "xast";
import { x } from "xastscript";
import type { Book, NavigationPoint, PagePoint } from "../../../model/book.ts";
import { identify } from "../../../template/identifier.ts";
import { largest } from "../../../model/extremes.ts";

/** Returns the contents list of EPUB 2 (OPF 2.0.1, §2.4.1), for reading systems that support no other. */
export function ncx(book: Book): Root {
  const { metadata, navigation } = book;
  const points = book.pages?.points ?? [];
  const counter = { next: 1 };
  const xmlns = "http://www.daisy.org/z3986/2005/ncx/";
  const meta = (name: string, content: string): Element => x("meta", { name, content });
  return x(null, [
    x("ncx", { xmlns, version: "2005-1", "xml:lang": metadata.language }, [
      x("head", [
        meta("dtb:uid", identify(book).value),
        meta("dtb:depth", String(depthOf(navigation))),
        meta("dtb:totalPageCount", String(points.length)),
        meta(
          "dtb:maxPageNumber",
          String(
            largest(
              points.map(({ label }) => Number(label)),
              0,
            ),
          ),
        ),
      ]),
      x("docTitle", [x("text", metadata.title)]),
      x("navMap", toPoints(navigation, counter)),
      ...(points.length > 0
        ? [
            x(
              "pageList",
              points.map((point) => toTarget(point, counter)),
            ),
          ]
        : []),
    ]),
  ]);
}

function toPoints(points: readonly NavigationPoint[], counter: { next: number }): Element[] {
  return points.map(({ title, address, children }) => {
    const order = counter.next;
    counter.next += 1;
    return x("navPoint", { id: `point-${order}`, playOrder: String(order) }, [
      x("navLabel", [x("text", title)]),
      x("content", { src: address }),
      ...toPoints(children, counter),
    ]);
  });
}

function toTarget({ label, address }: PagePoint, counter: { next: number }): Element {
  const order = String(counter.next);
  counter.next += 1;
  return x("pageTarget", { id: `page-${label}`, type: "normal", value: label, playOrder: order }, [
    x("navLabel", [x("text", label)]),
    x("content", { src: address }),
  ]);
}

function depthOf(points: readonly NavigationPoint[]): number {
  return points.length === 0 ? 0 : 1 + Math.max(...points.map(({ children }) => depthOf(children)));
}
