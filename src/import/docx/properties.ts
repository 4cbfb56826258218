import type { HeadMatter } from "./assemble.ts";
import { elementAt, type Parts, readPart, textIn } from "./parts.ts";

/** Placeholder authors that word processors insert. */
const placeholderAuthors =
  /^(?:un-?named|unknown|user|windows user|microsoft office user|python-docx|author|admin(?:istrator)?|root|pandoc|openpyxl|libreoffice.*)?$/i;

/** Returns metadata as front matter, from special styles or from the properties (Dublin Core). */
export function readProperties(parts: Parts, head: HeadMatter): Record<string, unknown> {
  const core = elementAt(readPart(parts, "docProps/core.xml"), "cp:coreProperties");
  const text = (name: string): string | undefined => {
    const found = elementAt(core, name);
    return (found && textIn(found).trim()) || undefined;
  };
  const creator = text("dc:creator");
  const named = (head.get("author") ?? [])
    .filter((line) => !/\d/.test(line))
    .map((line) => line.replace(/^(?:by|von|par|por)\s+/i, ""));
  const authors =
    named.length > 0
      ? named.flatMap((line) => line.split(/\s*;\s*|\s+(?:and|und|et|y)\s+/))
      : creator === undefined || placeholderAuthors.test(creator)
        ? []
        : creator.split(/\s*;\s*/);
  const day = dayOf(head.get("date")?.[0]) ?? dayOf(text("dcterms:modified") ?? text("dcterms:created"));
  const subtitle = head.get("subtitle")?.join(" ");
  const description = head.get("abstract")?.join(" ") ?? text("dc:description");
  const keywords = text("cp:keywords")
    ?.split(/\s*[,;]\s*/)
    .filter((word) => word !== "");
  return {
    ...(subtitle !== undefined && { subtitle }),
    ...(authors.length > 0 && { authors }),
    ...(day !== undefined && { date: day }),
    ...(description !== undefined && { description }),
    ...(keywords && keywords.length > 0 && { keywords }),
  };
}

/** Returns the title in the properties, for a document that shows none. */
export function titleProperty(parts: Parts): string | undefined {
  const found = elementAt(readPart(parts, "docProps/core.xml"), "cp:coreProperties", "dc:title");
  return (found && textIn(found).trim()) || undefined;
}

function dayOf(text: string | undefined): string | undefined {
  const day = /\b(\d{4}-\d{2}-\d{2})(?:T|\b)/.exec(text ?? "")?.[1];
  return day !== undefined && day > "1990" ? day : undefined;
}
