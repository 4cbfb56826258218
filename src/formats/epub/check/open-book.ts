import { decodeAddress } from "../../../model/address.ts";
import { unzipSync } from "fflate";
import type { Element, Root } from "xast";
import { fromXml } from "xast-util-from-xml";

/** A parsed content document of a book. */
export interface OpenDocument {
  /** Relative to the archive's root. */
  readonly path: string;
  readonly elements: readonly OpenElement[];
}

/** An element with its ancestors, innermost first. */
export interface OpenElement {
  readonly element: Element;
  readonly ancestors: readonly Element[];
}

/** A finished book as a reading system opens it. */
export interface OpenBook {
  readonly bytes: Uint8Array;
  /** The archive's files, by path. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** The paths of all files in the archive. */
  readonly paths: ReadonlySet<string>;
  readonly packageDocument: OpenDocument;
  readonly navigation: OpenDocument;
  /** In spine order, without the navigation document. */
  readonly documents: readonly OpenDocument[];
}

/** Unpacks a book. Throws if it is not an archive, or if a document is missing or not well-formed XML. */
export function openBook(bytes: Uint8Array): OpenBook {
  const files = unzipSync(bytes);
  const read = (path: string): OpenDocument => {
    const file = files[path];
    if (!file) throw new Error(`there is no ${path} in it`);
    return { path, elements: list(fromXml(new TextDecoder().decode(file)), []) };
  };
  const container = read("META-INF/container.xml");
  const packagePath = container.elements.find(({ element }) => element.name === "rootfile")?.element;
  const packageDocument = read(packagePath?.attributes["full-path"] ?? "");
  const items = packageDocument.elements.filter(({ element }) => element.name === "item");
  const pathOf = (item: OpenElement | undefined): string =>
    resolvePath(packageDocument.path, item?.element.attributes["href"] ?? "");
  const nav = items.find(({ element }) => element.attributes["properties"]?.split(" ").includes("nav"));
  const spine = packageDocument.elements
    .filter(({ element }) => element.name === "itemref")
    .map(({ element }) => items.find((item) => item.element.attributes["id"] === element.attributes["idref"]));
  return {
    bytes,
    files,
    paths: new Set(Object.keys(files)),
    packageDocument,
    navigation: read(pathOf(nav)),
    documents: spine.filter((item) => item !== nav).map((item) => read(pathOf(item))),
  };
}

/** Returns the archive path of a relative address, without its fragment. */
export function resolvePath(from: string, address: string): string {
  const [path = ""] = address.split("#", 1);
  if (path === "") return from;
  return decodeAddress(new URL(path, `epub://book/${from}`).pathname.slice(1));
}

function list(parent: Root | Element, ancestors: readonly Element[]): OpenElement[] {
  const around = parent.type === "element" ? [parent, ...ancestors] : ancestors;
  return parent.children.flatMap((child) =>
    child.type === "element" ? [{ element: child, ancestors: around }, ...list(child, around)] : [],
  );
}
