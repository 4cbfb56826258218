import type { BibtexEntry, BibtexField } from "./parse-bibtex.ts";

/** Fields that are never inherited (biblatex, appendix B). */
const own = new Set(
  "crossref xref xdata ids entryset entrysubtype label keywords shorttitle sorttitle indextitle abstract options related execute presort gender relatedstring relatedtype".split(
    " ",
  ),
);

const parts = /^(?:in(?:book|collection|proceedings|reference)|conference|bookinbook|supp(?:book|collection))$/;

/**
 * Adds the fields inherited from a cross-referenced entry: the title of the whole becomes the book title of its parts.
 */
export function inheritFields(
  entry: BibtexEntry,
  byKey: ReadonlyMap<string, BibtexEntry>,
  depth = 0,
): ReadonlyMap<string, BibtexField> {
  const keys = ["crossref", "xdata"].flatMap((name) => (entry.fields.get(name)?.tex ?? "").split(","));
  const parents = keys.flatMap((key) => byKey.get(key.trim().toLowerCase()) ?? []).filter((parent) => parent !== entry);
  if (parents.length === 0 || depth > 5) return entry.fields;
  const fields = new Map(entry.fields);
  for (const parent of parents) {
    for (const [name, value] of inheritFields(parent, byKey, depth + 1)) {
      const target = parent.type === "xdata" ? name : nameInPart(name, entry.type, parent.type);
      if (own.has(name)) continue;
      if (!fields.has(target)) fields.set(target, value);
      // A chapter in another author's book has both fields.
      else if (name === "author" && entry.type === "inbook")
        fields.set("bookauthor", fields.get("bookauthor") ?? value);
    }
  }
  return fields;
}

function nameInPart(name: string, type: string, parent: string): string {
  const isTitle = /^(?:title|subtitle|titleaddon)$/.test(name);
  if (isTitle && parent.startsWith("mv")) return `main${name}`;
  if (isTitle && parts.test(type)) return `book${name}`;
  if (isTitle && type === "article" && parent === "periodical") return `journal${name}`;
  return name === "author" && parts.test(type) && type !== "inbook" ? "bookauthor" : name;
}
