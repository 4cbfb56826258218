import { unzipSync } from "fflate";
import type { Element, Root } from "xast";
import { fromXml } from "xast-util-from-xml";
import type { Book } from "../../../model/book.ts";
import type { CheckerFinding } from "../../../model/checker.ts";
import type { SourceOrigin } from "../../../model/origin.ts";

/** Returns where in the author's files the content at a place of the finished book comes from. */
export type Trace = (place: Pick<CheckerFinding, "path" | "line" | "column" | "steps">) => SourceOrigin | undefined;

/**
 * Returns a tracer: the n-th element of a document in the file is the n-th element of its tree, which knows its source
 * position. An element without one uses that of its nearest ancestor.
 */
export function tracer({ documents }: Book, bytes: Uint8Array): Trace {
  const origins = new Map<string, readonly Located[]>();
  return ({ path = "", line, column, steps }) => {
    const document = documents.find((candidate) => path === candidate.path || path.endsWith(`/${candidate.path}`));
    if (!document) return undefined;
    if (steps !== undefined) return followSteps(document.tree, steps);
    if (line === undefined) return undefined;
    const located = origins.get(document.path) ?? locate(document.tree, readDocument(bytes, document.path));
    origins.set(document.path, located);
    const isAround = ({ element: { position } }: Located): boolean =>
      position !== undefined &&
      position.start.line <= line &&
      line <= position.end.line &&
      (column === undefined ||
        ((position.start.line < line || position.start.column < column) &&
          (line < position.end.line || column <= position.end.column)));
    // The innermost element: they are in start tag order. A checker's column is after the tag that it means.
    return located.findLast(isAround)?.origin;
  };
}

interface Located {
  /** As parsed from the file. */
  readonly element: Element;
  readonly origin: SourceOrigin | undefined;
}

function locate(tree: Root, inFile: Root): readonly Located[] {
  const origins = listOrigins(tree, undefined);
  return elementsOf(inFile).map((element, index) => ({ element, origin: origins[index] }));
}

function listOrigins(parent: Root | Element, around: SourceOrigin | undefined): (SourceOrigin | undefined)[] {
  return parent.children.flatMap((child) => {
    if (child.type !== "element") return [];
    const origin = child.data?.origin ?? around;
    return [origin, ...listOrigins(child, origin)];
  });
}

function elementsOf(parent: Root | Element): Element[] {
  return parent.children.flatMap((child) => (child.type === "element" ? [child, ...elementsOf(child)] : []));
}

/** Follows the steps of an EPUB CFI 1.1: an even number is twice an element's index among its siblings. */
function followSteps(tree: Root, steps: string): SourceOrigin | undefined {
  let here: Root | Element | undefined = tree.children.find((child) => child.type === "element");
  let origin: SourceOrigin | undefined;
  for (const [, number] of steps.matchAll(/\/(\d+)/g)) {
    here = here?.children.filter((child) => child.type === "element")[Number(number) / 2 - 1];
    if (!here) break;
    origin = here.data?.origin ?? origin;
  }
  return origin;
}

function readDocument(bytes: Uint8Array, path: string): Root {
  const files = unzipSync(bytes, { filter: ({ name }) => name === path || name.endsWith(`/${path}`) });
  const [file] = Object.values(files);
  try {
    return fromXml(new TextDecoder().decode(file));
  } catch {
    return { type: "root", children: [] };
  }
}
