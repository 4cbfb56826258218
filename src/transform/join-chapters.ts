import { basename, extname } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Image } from "../model/image.ts";
import type { Chapter } from "../model/publication.ts";
import { expandAbbreviations } from "./abbreviations.ts";
import type { Draft } from "./draft.ts";
import { reservedIds } from "./ids.ts";
import { captionFigures, type Counters } from "./figures.ts";
import { placeImages } from "./images.ts";
import { collectIds, type Place, resolveLinks } from "./links.ts";
import { listContents, sectionise } from "./sections.ts";

/** The steps that need all chapters and the images, in their order. */
export function joinChapters(
  drafts: readonly Draft[],
  parts: readonly (string | null | undefined)[],
  images: ReadonlyMap<string, Image>,
): { readonly chapters: Chapter[]; readonly notes: Diagnostic[] } {
  const slugs = chapterSlugs(drafts);
  const counters: Counters = { figure: 0, table: 0 };
  const places = drafts.map((draft, index): Place => {
    const slug = slugs[index] ?? "";
    const several = drafts.length > 1;
    const trees = draft.noteSection ? [draft.body, draft.noteSection] : [draft.body];
    return {
      path: draft.file.path,
      prefix: several ? `${slug}.` : "",
      start: several ? slug : "content",
      startIds: draft.titleIds,
      ids: collectIds(trees),
    };
  });
  const chapters = drafts.map((draft, index): Chapter => {
    const { body, noteSection, report, words } = draft;
    const place = places[index] as Place;
    const part = parts[index];
    for (const tree of noteSection ? [body, noteSection] : [body]) {
      placeImages(tree, draft.file.path, images, report);
      // After images, whose titles become captions; figures are numbered through the whole publication.
      captionFigures(tree, words, counters);
      resolveLinks(tree, place, places, report);
      expandAbbreviations(tree, draft.abbreviations);
    }
    // Last: every other step sees the headings where the author put them.
    sectionise(body);
    return {
      slug: slugs[index] ?? "",
      language: draft.language,
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
  return { chapters, notes: drafts.flatMap((draft) => draft.notes) };
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
