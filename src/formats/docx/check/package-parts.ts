import { dirname, join } from "node:path/posix";
import { unzipSync } from "fflate";
import type { Element, Root } from "xast";
import { fromXml } from "xast-util-from-xml";
import { visit } from "../../../model/visit.ts";

/** A parsed Word document: its parts, their elements, and read errors. */
export interface WordPackage {
  readonly paths: ReadonlySet<string>;
  /** The elements of each XML part, in order. */
  readonly elements: ReadonlyMap<string, readonly Element[]>;
  readonly faults: readonly string[];
}

/** Reads a package (ECMA-376, part 2). */
export function readPackage(bytes: Uint8Array): WordPackage {
  const parts = unzipSync(bytes);
  const faults: string[] = [];
  const elements = new Map<string, readonly Element[]>();
  for (const [path, part] of Object.entries(parts)) {
    if (!/\.(?:xml|rels)$/.test(path)) continue;
    try {
      elements.set(path, elementsIn(fromXml(new TextDecoder().decode(part))));
    } catch (error) {
      faults.push(`${path} is not well-formed: ${String(error)}. (XML 1.0)`);
    }
  }
  return { paths: new Set(Object.keys(parts)), elements, faults };
}

/** Checks that every part has a content type, and every relationship an existing target. */
export function packageFaults({ paths, elements }: WordPackage): string[] {
  const types = elements.get("[Content_Types].xml") ?? [];
  const values = (name: string, key: string) =>
    types.filter((element) => element.name === name).map(({ attributes }) => (attributes[key] ?? "").toLowerCase());
  const extensions = new Set(values("Default", "Extension"));
  const overrides = new Set(values("Override", "PartName"));
  const untyped = [...paths].filter(
    (path) =>
      path !== "[Content_Types].xml" &&
      !path.endsWith("/") &&
      !overrides.has(`/${path.toLowerCase()}`) &&
      !extensions.has(path.slice(path.lastIndexOf(".") + 1).toLowerCase()),
  );
  const broken = [...elements].flatMap(([path, list]) =>
    path.endsWith(".rels") ? list.flatMap((element) => brokenTarget(path, element, paths)) : [],
  );
  return [...untyped.map((path) => `"${path}" has no content type. (ECMA-376, part 2, 10.1.2)`), ...broken];
}

/** The relationships of `word/document.xml` are in `word/_rels/document.xml.rels`; targets are relative to `word/`. */
function brokenTarget(path: string, { name, attributes }: Element, paths: ReadonlySet<string>): string[] {
  if (name !== "Relationship" || attributes["TargetMode"] === "External") return [];
  const target = attributes["Target"] ?? "";
  const folder = dirname(dirname(path));
  const full = target.startsWith("/") ? target.slice(1) : join(folder, target);
  return paths.has(full) ? [] : [`"${target}" is not in the package. (ECMA-376, part 2, 9.3)`];
}

/** Returns the relationship ids of a part: for `word/document.xml`, from `word/_rels/document.xml.rels`. */
export function relationsOf({ elements }: WordPackage, path: string): ReadonlySet<string> {
  const relations = elements.get(path.replace(/([^/]*)$/, "_rels/$1.rels")) ?? [];
  return new Set(relations.flatMap(({ attributes }) => attributes["Id"] ?? []));
}

function elementsIn(tree: Root): Element[] {
  const elements: Element[] = [];
  visit(tree, "element", (node: Element) => void elements.push(node));
  return elements;
}
