import type { Element } from "xast";
import { relationsOf, type WordPackage } from "./package-parts.ts";

// Checks that every name that is referred to is defined exactly once.

const text = /^word\/(?:document|footnotes|endnotes|header\d+|footer\d+)\.xml$/;

/** References: the element, its attribute, and where the names are defined. */
const uses = [
  { name: "w:pStyle", kind: "style" },
  { name: "w:rStyle", kind: "style" },
  { name: "w:tblStyle", kind: "style" },
  { name: "w:basedOn", kind: "style" },
  { name: "w:numId", kind: "list" },
  { name: "w:footnoteReference", kind: "footnote", key: "w:id" },
] as const;

/** Finds undefined styles, lists, footnotes, bookmarks and relationships, and duplicate ids. */
export function nameFaults(word: WordPackage): string[] {
  const known = {
    style: valuesOf(word, "word/styles.xml", "w:style", "w:styleId"),
    list: valuesOf(word, "word/numbering.xml", "w:num", "w:numId"),
    footnote: valuesOf(word, "word/footnotes.xml", "w:footnote", "w:id"),
  };
  const bookmarks = new Set(valuesOf(word, "word/document.xml", "w:bookmarkStart", "w:name"));
  const faults = [...word.elements].flatMap(([path, elements]) =>
    text.test(path) || path === "word/styles.xml"
      ? [
          ...elements.flatMap((element) => unknownNames(element, known)),
          ...linkFaults(elements, bookmarks, relationsOf(word, path)),
          ...fieldFaults(elements, bookmarks),
          ...doubled(path, elements),
        ]
      : [],
  );
  return [...new Set(faults)];
}

function unknownNames(element: Element, known: Readonly<Record<string, readonly string[]>>): string[] {
  return uses.flatMap((use) => {
    if (use.name !== element.name) return [];
    const value = element.attributes["key" in use ? use.key : "w:val"] ?? "";
    // "0" removes a paragraph from its list (ECMA-376, 17.9.18).
    const isKnown = (known[use.kind] ?? []).includes(value) || (use.kind === "list" && value === "0");
    return isKnown ? [] : [`There is no ${use.kind} "${value}", which ${use.name} names. (ECMA-376, 17)`];
  });
}

/** The bookmark that a field repeats, or whose page it names (ECMA-376, 17.16.5.45, 17.16.5.51). */
const fieldTarget = /^\s*(?:PAGE)?REF\s+(\S+)/;

function fieldFaults(elements: readonly Element[], bookmarks: ReadonlySet<string>): string[] {
  return elements.flatMap(({ name, attributes, children }) => {
    const [content] = children;
    const code = name === "w:instrText" && content?.type === "text" ? content.value : (attributes["w:instr"] ?? "");
    const target = fieldTarget.exec(code)?.[1];
    return target === undefined || bookmarks.has(target)
      ? []
      : [`A field refers to "${target}", which is not there. (ECMA-376, 17.16.5)`];
  });
}

function linkFaults(
  elements: readonly Element[],
  bookmarks: ReadonlySet<string>,
  relations: ReadonlySet<string>,
): string[] {
  return elements.flatMap(({ name, attributes }) => {
    const relation = attributes["r:id"] ?? attributes["r:embed"];
    const anchor = attributes["w:anchor"];
    return [
      ...(relation && !relations.has(relation)
        ? [`${name} refers to "${relation}", which is not there. (ECMA-376, part 2, 9.3)`]
        : []),
      ...(name === "w:hyperlink" && anchor && !bookmarks.has(anchor)
        ? [`A link leads to "${anchor}", which is not there. (ECMA-376, 17.16.22)`]
        : []),
    ];
  });
}

const named = { "w:bookmarkStart": ["w:id", "w:name"], "wp:docPr": ["id"], "w:style": ["w:styleId"] };

function doubled(path: string, elements: readonly Element[]): string[] {
  return Object.entries(named).flatMap(([name, keys]) =>
    keys.flatMap((key) => {
      const values = elements.filter((element) => element.name === name).map(({ attributes }) => attributes[key] ?? "");
      const twice = values.filter((value, index) => values.indexOf(value) !== index);
      return twice.map((value) => `${path}: ${name} has ${key}="${value}" twice. (ECMA-376, 17.13.6)`);
    }),
  );
}

function valuesOf({ elements }: WordPackage, path: string, name: string, key: string): string[] {
  return (elements.get(path) ?? []).flatMap((element) =>
    element.name === name ? [element.attributes[key] ?? ""] : [],
  );
}
