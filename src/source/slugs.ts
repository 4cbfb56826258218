import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import type { SourcePublication } from "./source-publication.ts";

/** Numbers slugs that differ only in case, which many disks ignore. */
export function withFreeSlugs(
  publications: readonly SourcePublication[],
  found: readonly Diagnostic[],
): Outcome<SourcePublication[]> {
  const taken = new Set<string>();
  const diagnostics = [...found];
  const named = publications.map((publication) => {
    let { slug } = publication;
    for (let number = 2; taken.has(slug.toLowerCase()); number += 1) slug = `${publication.slug}-${number}`;
    taken.add(slug.toLowerCase());
    if (slug === publication.slug) return publication;
    const message = `Two sources would both be written as "${publication.slug}"; the second is written as "${slug}".`;
    const file = publication.chapters[0]?.file.shown;
    diagnostics.push(diagnostic("slugFree", message, "Rename one, so that its address stays the same.", { file }));
    return { ...publication, slug };
  });
  return succeed(named, diagnostics);
}

/** Device names on Windows, with any extension. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** Converts a name to one that is safe as a file name and in URLs on every system, and not reserved for a page. */
export function toSlug(name: string): string {
  const safe = name
    .normalize("NFC")
    .replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, "-")
    .replaceAll(/^[-.]+|[-.]+$/g, "")
    .replace(/^(?:index\.html?|manifest\.json)$/i, (page) => page.replace(".", "-"))
    .replace(device, "$&-text");
  return safe === "" ? "article" : safe;
}
