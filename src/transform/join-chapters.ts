import { basename, extname } from "node:path";
import type { Element, Root } from "hast";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Image } from "../model/image.ts";
import type { Chapter } from "../model/publication.ts";
import { listContents, sectionise } from "./sections.ts";
import { checkEditions } from "./check-editions.ts";
import { expandAbbreviations } from "./abbreviations.ts";
import { numberBoxes } from "./boxes.ts";
import { collectTargets, resolveCrossReferences } from "./cross-references.ts";
import type { Draft } from "./article.ts";
import { appendGlossary } from "./glossary-section.ts";
import { markTerms, openGlossary, unusedTerms } from "./glossary.ts";
import { drawFormulas } from "./formulas.ts";
import { reservedIds } from "./ids.ts";
import { captionFigures, type Counters } from "./figures.ts";
import { nameTerms } from "./index-terms.ts";
import { placeImages } from "./images.ts";
import { collectIds, type LinkDestination, resolveLinks } from "./links.ts";
import type { TransformContext } from "./context.ts";
import { rememberOrigins } from "./origins.ts";

/** The steps that need all chapters and the images, in their order. */
export function joinChapters(
  drafts: readonly Draft[],
  parts: readonly (string | null | undefined)[],
  images: ReadonlyMap<string, Image>,
  context: TransformContext,
): { readonly chapters: Chapter[]; readonly diagnostics: Diagnostic[] } {
  const slugs = chapterSlugs(drafts);
  const counters: Counters = { figure: 0, table: 0, box: 0, equation: 0, numbered: [] };
  const places = drafts.map((draft, index): LinkDestination => {
    const slug = slugs[index] ?? "";
    const several = drafts.length > 1;
    return {
      path: draft.file.path,
      source: draft.source,
      prefix: several ? `${slug}.` : "",
      start: several ? slug : "content",
      startIds: draft.titleIds,
      ids: collectIds(treesOf(draft)),
    };
  });
  for (const [index, draft] of drafts.entries()) {
    const { report, words } = draft;
    for (const tree of treesOf(draft)) {
      placeImages(tree, draft.source, images, report);
      // After images, whose titles become captions; figures are numbered through the whole publication.
      captionFigures(tree, words, counters);
      numberBoxes(tree, words, counters);
      drawFormulas(tree, counters, report);
      resolveLinks(tree, places[index] as LinkDestination, places, report);
    }
  }
  const uses = context.glossary && openGlossary(context.glossary, [...slugs, ...places.flatMap(({ ids }) => [...ids])]);
  if (uses) for (const draft of drafts) markTerms(treesOf(draft), uses);
  // When every figure has its number, every id is unique in the publication, and it is known if there is a glossary.
  const targets = collectTargets(
    counters.numbered,
    drafts.map(({ title, body }, index) => ({ title, body, place: places[index] as LinkDestination })),
    uses && uses.used.size > 0 ? uses.id : undefined,
  );
  const taken = new Set(places.flatMap(({ ids }) => [...ids]));
  const chapters = drafts.map((draft, index): Chapter => {
    const { body, noteSection, report, words } = draft;
    const place = places[index] as LinkDestination;
    const part = parts[index];
    for (const tree of treesOf(draft)) {
      nameTerms(tree, draft.language, taken);
      resolveCrossReferences(tree, { place, language: draft.language }, targets, report);
      expandAbbreviations(tree, draft.abbreviations);
      rememberOrigins(tree, draft.source);
    }
    // Last: every other step sees the headings where the author put them.
    sectionise(body);
    return {
      slug: slugs[index] ?? "",
      language: draft.language,
      source: draft.source,
      title: draft.title,
      titleContent: draft.titleContent,
      ...(part !== undefined && { part }),
      body,
      ...(noteSection && { notes: noteSection }),
      contents: [
        ...listContents(body),
        ...(noteSection ? [{ id: `${place.prefix}notes`, title: words.notes, depth: 2, children: [] }] : []),
      ],
    };
  });
  checkEditions(drafts);
  const diagnostics = drafts.flatMap((draft) => draft.diagnostics);
  if (!uses) return { chapters, diagnostics };
  return { chapters: appendGlossary(chapters, uses), diagnostics: [...diagnostics, ...unusedTerms(uses)] };
}

function treesOf({ body, noteSection }: Draft): (Root | Element)[] {
  return noteSection ? [body, noteSection] : [body];
}

/** From the files' names, without the numbers that only order them; XML names, unique. */
function chapterSlugs(drafts: readonly Draft[]): string[] {
  const taken = new Set<string>(reservedIds);
  return drafts.map(({ file }) => {
    const stem = basename(file.path, extname(file.path)).replace(/^[\d\s._-]+/, "");
    const safe = stem
      .replaceAll(/[^\p{L}\p{N}\p{M}_-]+/gu, "-")
      .replaceAll(/^-+|-+$/g, "")
      .toLowerCase();
    const wanted = /^[\p{L}_]/u.test(safe) ? safe : `chapter-${safe}`.replace(/-$/, "");
    let slug = wanted;
    for (let number = 2; taken.has(slug); number += 1) slug = `${wanted}-${number}`;
    taken.add(slug);
    return slug;
  });
}
