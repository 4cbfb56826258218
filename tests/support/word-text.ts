import { strFromU8, unzipSync } from "fflate";
import type { Element } from "xast";
import { fromXml } from "xast-util-from-xml";
import type { Artifact } from "../../src/model/artifact.ts";

/** What a Word document says to those who do not see it. */
export interface WordText {
  readonly headings: readonly string[];
  readonly descriptions: readonly string[];
  /** Number of rows that are repeated on each page, by table. */
  readonly headRows: readonly number[];
  readonly footnotes: number;
  /** Where links lead, outside the document. */
  readonly links: readonly string[];
  readonly language: string | undefined;
}

/** Read a Word document by its parts (ECMA-376). */
export function wordText({ bytes }: Artifact): WordText {
  const parts = unzipSync(bytes);
  const part = (path: string) => elementsIn(fromXml(strFromU8(parts[path] ?? new Uint8Array())).children);
  const body = part("word/document.xml");
  const targets = new Map(
    part("word/_rels/document.xml.rels").map(({ attributes }) => [attributes["Id"], attributes["Target"] ?? ""]),
  );
  const named = (name: string) => body.filter((element) => element.name === name);
  const styleOf = (element: Element) => inside(element, "w:pStyle")[0]?.attributes["w:val"] ?? "";
  return {
    headings: named("w:p").flatMap((element) => {
      const level = /^Heading(\d)$/.exec(styleOf(element))?.[1];
      return level === undefined ? [] : [`${level} ${textOf(element)}`];
    }),
    descriptions: named("wp:docPr").flatMap(({ attributes }) => attributes["descr"] || []),
    headRows: named("w:tbl").map((element) => inside(element, "w:tblHeader").length),
    footnotes: new Set(named("w:footnoteReference").map(({ attributes }) => attributes["w:id"])).size,
    links: named("w:hyperlink").flatMap(({ attributes }) => targets.get(attributes["r:id"]) ?? []),
    language: part("word/styles.xml").find(({ name }) => name === "w:lang")?.attributes["w:val"] ?? undefined,
  };
}

function inside(element: Element, name: string): Element[] {
  return elementsIn(element.children).filter((candidate) => candidate.name === name);
}

function elementsIn(nodes: readonly { readonly type: string }[]): Element[] {
  return nodes.flatMap((node) =>
    node.type === "element" ? [node as Element, ...elementsIn((node as Element).children)] : [],
  );
}

function textOf(element: Element): string {
  const texts = inside(element, "w:t").flatMap(({ children }) => children);
  return texts.map((node) => (node.type === "text" ? node.value : "")).join("");
}
