import { decodeAddress } from "../../../model/address.ts";
import type { Element } from "xast";
import { misplacedMimetype } from "./archive.ts";
import { type OpenBook, type OpenDocument, type OpenElement, resolvePath } from "./open-book.ts";

/** A requirement on finished books, and how to find violations. */
interface Check {
  /** The clause that requires it. */
  readonly source: string;
  readonly find: (book: OpenBook) => readonly string[];
}

/** Checks that EPUBCheck lacks, or that the one used in every build does not make thoroughly enough. */
export const checks: readonly Check[] = [
  { source: "EPUB 3.3, §4.2.6.2", find: ({ bytes }) => misplacedMimetype(bytes) },
  { source: "EPUB 3.3, §3.4", find: (book) => everyDocument(book, deadLinks) },
  { source: "WCAG 2.1, 1.1.1", find: (book) => everyDocument(book, undescribed) },
  { source: "XML 1.0, §3.3.1", find: (book) => everyDocument(book, unfitIds) },
  { source: "EPUB Accessibility 1.1, §3.2", find: missingHeadings },
  { source: "EPUB 3.3, §8.1", find: coverWithoutFile },
  { source: "Offprint, nothing runs", find: (book) => everyDocument(book, active) },
];

function everyDocument(book: OpenBook, find: (document: OpenDocument, book: OpenBook) => string[]): string[] {
  return [book.navigation, ...book.documents].flatMap((document) => find(document, book));
}

function deadLinks({ path, elements }: OpenDocument, book: OpenBook): string[] {
  return elements.flatMap(({ element: { attributes } }) => {
    const address = attributes["href"] ?? attributes["src"];
    if (typeof address !== "string" || /^[a-z][a-z0-9+.-]*:/i.test(address)) return [];
    const target = resolvePath(path, address);
    const fragment = address.split("#", 2)[1];
    const complaint = [`In ${path} the link "${address}" has no target.`];
    if (!book.paths.has(target)) return complaint;
    return fragment === undefined || hasId(book, target, decodeAddress(fragment)) ? [] : complaint;
  });
}

const idsOf = new WeakMap<OpenDocument, ReadonlySet<unknown>>();

/** Thousands of links may lead into one document. */
function hasId({ navigation, documents }: OpenBook, path: string, id: string): boolean {
  const document = [navigation, ...documents].find((candidate) => candidate.path === path);
  if (!document) return false;
  const ids = idsOf.get(document) ?? new Set(document.elements.map(({ element }) => element.attributes["id"]));
  idsOf.set(document, ids);
  return ids.has(id);
}

function undescribed({ path, elements }: OpenDocument): string[] {
  return elements.flatMap(({ element: { name, attributes } }) => {
    const description = name === "svg" ? attributes["aria-label"] : attributes["alt"];
    if (!["img", "svg"].includes(name) || description !== undefined) return [];
    return [`In ${path} a picture has no alternative text.`];
  });
}

/** Finds ids that contain a colon or occur twice in a document. */
function unfitIds({ path, elements }: OpenDocument): string[] {
  const seen = new Set<string>();
  return elements.flatMap(({ element: { attributes } }) => {
    const { id } = attributes;
    if (id === undefined || id === null) return [];
    if (seen.has(id)) return [`In ${path} the id "${id}" appears twice.`];
    seen.add(id);
    return /^[a-z_][\w.-]*$/i.test(id) || /^[\p{L}_][\p{L}\p{M}\p{N}._·-]*$/u.test(id)
      ? []
      : [`In ${path} the id "${id}" is not an XML name.`];
  });
}

/** Finds headings missing from the contents list, which must have all of them in order, nested by rank. */
function missingHeadings({ navigation, documents }: OpenBook): string[] {
  const contents = navigation.elements.find(({ element }) => element.attributes["epub:type"] === "toc")?.element;
  const listed = navigation.elements
    .filter(({ element, ancestors }) => element.name === "a" && contents && ancestors.includes(contents))
    .map(({ element }) => ({
      place: `${resolvePath(navigation.path, element.attributes["href"] ?? "")}#${fragmentOf(element)}`,
      text: textOf(element),
    }));
  const headings = documents.flatMap(({ path, elements }) =>
    elements
      .filter(isSectionHeading)
      .map(({ element }) => ({ place: `${path}#${element.attributes["id"] ?? ""}`, element, text: textOf(element) })),
  );
  const entriesAt = Map.groupBy(listed, ({ place }) => place);
  const headingsAt = Map.groupBy(headings, ({ place }) => place);
  const missing = headings.filter(
    ({ place, element }) => !entriesAt.get(place)?.some(({ text }) => saysWordsOf(text, element)),
  );
  const extra = listed.filter(
    ({ place, text }) => !headingsAt.get(place)?.some(({ element }) => saysWordsOf(text, element)),
  );
  const places = (items: readonly { readonly place: string }[]): string => items.map(({ place }) => place).join("\n");
  const order = missing.length === 0 && extra.length === 0 && places(listed) !== places(headings);
  return [
    ...missing.map(({ place, text }) => `The contents list lacks the heading ${place} ${text}.`),
    ...extra.map(({ place, text }) => `The contents list has an entry that is no heading: ${place} ${text}.`),
    ...(order ? ["The contents list is not in the order of the text."] : []),
  ];
}

/** What an entry may write differently or leave out: formulas, footnote and citation numbers, ruby readings. */
const unsaid = new Set(["math", "rp", "rt", "sub", "sup"]);

/** Reports whether an entry has every word of a heading, in order. */
function saysWordsOf(entry: string, heading: Element): boolean {
  let from = 0;
  const isSaid = (node: Element["children"][number]): boolean => {
    if (node.type === "element") {
      if (unsaid.has(node.name) || node.attributes["class"] === "citation") return true;
      return node.name === "img" || node.children.every(isSaid);
    }
    return (node.type === "text" ? node.value : "").split(/\s+/).every((word) => {
      const place = entry.indexOf(word, from);
      from = place + word.length;
      return place >= 0;
    });
  };
  return heading.children.every(isSaid);
}

function isSectionHeading({ element, ancestors }: OpenElement): boolean {
  if (!/^h[1-6]$/.test(element.name)) return false;
  const sections = ancestors.slice(
    0,
    ancestors.findIndex(({ name }) => name === "body"),
  );
  return sections.every(isSection) && textOf(element) !== "";
}

/** Includes the boxes around all content in a Kobo edition. */
function isSection({ name, attributes }: Element): boolean {
  return name === "section" || /^book-(?:columns|inner)$/.test(attributes["id"] ?? "");
}

function fragmentOf(link: Element): string {
  return decodeAddress((link.attributes["href"] ?? "").split("#", 2)[1] ?? "");
}

/** Returns an element's text as it is read aloud: images by their alternative text. */
function textOf(element: Element): string {
  const text = (node: Element["children"][number]): string => {
    if (node.type !== "element") return node.type === "text" ? node.value : "";
    return node.name === "img" ? (node.attributes["alt"] ?? "") : node.children.map(text).join("");
  };
  return text(element).replaceAll(/\s+/g, " ").trim();
}

function coverWithoutFile({ packageDocument, paths }: OpenBook): string[] {
  const cover = packageDocument.elements.find(({ element }) => element.attributes["properties"] === "cover-image");
  if (!cover) return ["The book has no cover image."];
  const path = resolvePath(packageDocument.path, cover.element.attributes["href"] ?? "");
  return paths.has(path) ? [] : [`The cover image ${path} is not in the archive.`];
}

function active({ path, elements }: OpenDocument): string[] {
  const runs = new Set(["script", "iframe", "object", "embed", "form", "input", "button"]);
  return elements.flatMap(({ element: { name, attributes } }) =>
    runs.has(name) || Object.keys(attributes).some((attribute) => /^on/i.test(attribute))
      ? [`In ${path} there is a <${name}> that runs or asks for input.`]
      : [],
  );
}
