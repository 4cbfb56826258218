import { decodeNamedCharacterReference } from "decode-named-character-reference";
import { limits } from "../../model/limits.ts";

/**
 * Returns a function that resolves entities: those declared in the document type, as by Illustrator, and HTML names,
 * which drawing programs use undeclared. External entities are undefined. Throws where entities multiply.
 */
export function readEntities(subset: string): (reference: string) => string | undefined {
  const declared = new Map<string, string>();
  const declaration = /<!--[\s\S]*?-->|<!ENTITY\s+([^\s%"'<>]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;
  for (const [, name, double, single] of subset.matchAll(declaration)) {
    // The first declaration of a name counts (XML 1.0, 4.2).
    if (name !== undefined && !declared.has(name)) declared.set(name, double ?? single ?? "");
  }
  let length = 0;
  const expand = (name: string, depth: number): string | undefined => {
    const text = declared.get(name);
    if (text === undefined) return decodeNamedCharacterReference(name) || undefined;
    if (depth > 8) throw new Error("its entities contain each other");
    const expanded = text.replaceAll(/&(#x[\da-f]+|#\d+|[^\s&;#]+);/gi, (written, inner: string) =>
      inner.startsWith("#") ? character(inner) : (predefined[inner] ?? expand(inner, depth + 1) ?? written),
    );
    length += expanded.length;
    if (length > limits.svgEntityText) throw new Error("its entities stand for too much text");
    return expanded;
  };
  return (reference) => expand(reference.slice(1, -1), 0);
}

const predefined: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function character(reference: string): string {
  const code = /^#x/i.test(reference) ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1));
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : "\uFFFD";
}
