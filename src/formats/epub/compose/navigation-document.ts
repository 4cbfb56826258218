import type { Element } from "hast";
import { h } from "hastscript";
import type { Messages } from "../../../i18n/messages.ts";
import type { NavigationPoint, PagePoint } from "../../../model/book.ts";
import { langAttributes } from "../../../template/lang-attributes.ts";
import { fileName } from "./addresses.ts";

/** A place that reading systems offer by its role, not by its title. */
export interface Landmark {
  /** `epub:type`. */
  readonly type: string;
  readonly title: string;
  /** `undefined` if the book has no such place. */
  readonly address: string | undefined;
}

/**
 * Returns the navigation document's body: the contents list, and the landmarks, which are not displayed (EPUB 3.3,
 * §7.4).
 */
export function navigationLists(
  points: readonly NavigationPoint[],
  landmarks: readonly Landmark[],
  words: Messages,
): Element[] {
  const id = "contents";
  const marks = landmarks.flatMap(({ type, title, address }) =>
    address === undefined ? [] : [h("li", h("a", { "epub:type": type, href: fileName(address) }, title))],
  );
  return [
    h("nav", { "epub:type": "toc", role: "doc-toc", ariaLabelledBy: [id] }, [
      h("h1", { id }, words.contents),
      list(points),
    ]),
    h("nav", { "epub:type": "landmarks", hidden: true }, h("ol", marks)),
  ];
}

/**
 * Returns a list of figures or tables for reading systems that offer one (EPUB 3.3, §7.4.5); `undefined` if there are
 * none.
 */
export function illustrationList(
  type: "loi" | "lot",
  points: readonly NavigationPoint[],
  title: string,
  isShown: boolean,
): Element[] {
  if (points.length === 0) return [];
  const properties = { id: type, "epub:type": type, ariaLabel: title, ...(!isShown && { hidden: true }) };
  return [h("nav", properties, [h("h2", title), list(points)])];
}

/** Returns the page list of the paged edition (EPUB 3.3, §7.4.3), which reading systems offer and no page shows. */
export function pageList(points: readonly PagePoint[]): Element {
  const items = points.map(({ label, address }) => h("li", h("a", { href: fileName(address) }, label)));
  return h("nav", { "epub:type": "page-list", role: "doc-pagelist", hidden: true }, h("ol", items));
}

function list(points: readonly NavigationPoint[]): Element {
  const items = points.map(({ title, address, language, children }) =>
    h("li", { ...langAttributes(language), xmlLang: language }, [
      h("a", { href: fileName(address) }, title),
      ...(children.length > 0 ? [list(children)] : []),
    ]),
  );
  return h("ol", items);
}
