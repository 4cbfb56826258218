import type { Root } from "hast";
import type { Image } from "../model/image.ts";
import type { Metadata } from "../model/metadata.ts";
import { visit } from "../model/visit.ts";
import { contentId, notesId } from "../model/own-ids.ts";
import { runTransforms } from "../model/transform.ts";
import type { Draft } from "./article.ts";
import type { TransformContext } from "./context.ts";
import { idsIn } from "./hast.ts";
import { nameOf } from "./heading-aliases.ts";
import type { LinkDestination } from "./links.ts";
import { type JoinedChapter, type JoinedPublication, publicationTransforms } from "./publication-transforms.ts";
import { sourceChecks } from "./source-checks.ts";
import { treesOf, type WholePublication } from "./whole-publication.ts";
import { basename, extname } from "node:path";
import { takeId } from "./free-id.ts";

/** Input for joining chapters. */
export interface JoinInput {
  readonly drafts: readonly Draft[];
  /** The part that begins with each chapter. */
  readonly parts: readonly (string | null | undefined)[];
  /** Paths of the originals of a translation's chapters: links and addresses use these. */
  readonly originals?: readonly (string | undefined)[];
  /** By `imageKey`. */
  readonly images: ReadonlyMap<string, Image>;
  readonly context: TransformContext;
  readonly metadata: Metadata;
}

/** Joins all chapters with their images; ids and links are unique in the publication, and nothing is numbered. */
export function joinChapters({
  drafts,
  parts,
  originals = [],
  images,
  context,
  metadata,
}: JoinInput): WholePublication {
  const slugs = chapterSlugs(drafts.map(({ file }, index) => originals[index] ?? file.path));
  const chapters = drafts.map((draft, index): JoinedChapter => {
    const slug = slugs[index] ?? "";
    const trees = treesOf(draft);
    return { draft, slug, trees, place: { ...placeOf(draft, slug, drafts.length > 1), original: originals[index] } };
  });
  const joined: JoinedPublication = { chapters, images, context, glossary: undefined };
  runTransforms(publicationTransforms, joined);
  return {
    metadata,
    chapters: chapters.map(({ draft, slug, place: { prefix } }, index) => {
      const { language, source, title, titleContent, body, footnotes, abbreviations } = draft;
      const part = parts[index];
      const chapter = { slug, language, source, title, titleContent, prefix, body, footnotes, abbreviations };
      return { ...chapter, ...(part !== undefined && { part }) };
    }),
    ...(context.citations && { citations: context.citations }),
    ...(joined.glossary && { glossary: joined.glossary }),
    ...(context.facts && {
      sourceChecks: sourceChecks(context.facts, new Set(drafts.flatMap(({ facts }) => [...facts]))),
    }),
  };
}

function placeOf(draft: Draft, slug: string, several: boolean): LinkDestination {
  return {
    path: draft.file.path,
    source: draft.source,
    prefix: several ? `${slug}.` : "",
    title: draft.title,
    headings: headingsIn(treesOf(draft)),
    start: several ? slug : contentId,
    startIds: draft.titleIds,
    aliases: draft.aliases,
    ids: idsIn(treesOf(draft)).union(new Set(draft.footnotes.children.length > 0 ? [notesId] : [])),
  };
}

function headingsIn(trees: readonly Root[]): Map<string, string> {
  const headings = new Map<string, string>();
  for (const tree of trees) {
    visit(tree, "element", (node) => {
      if (/^h[1-6]$/.test(node.tagName)) headings.set(String(node.properties.id), nameOf(node));
    });
  }
  return headings;
}

/** Returns slugs from file names, without leading order numbers; they are unique XML names. */
function chapterSlugs(paths: readonly string[]): string[] {
  const taken = new Set(["offprint"]);
  return paths.map((path) => {
    const stem = basename(path, extname(path)).replace(/^[\d\s._-]+/, "");
    const safe = stem
      .replaceAll(/[^\p{L}\p{N}\p{M}_-]+/gu, "-")
      .replaceAll(/^-+|-+$/g, "")
      .toLowerCase();
    return takeId(/^[\p{L}_]/u.test(safe) ? safe : `chapter-${safe}`.replace(/-$/, ""), taken);
  });
}
