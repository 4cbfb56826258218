import { z } from "zod";
import { isKnownLanguage } from "../model/known-language.ts";

const count = z.number().int().nonnegative();
/** Of an untrusted file: the names of languages and the order of titles follow from it. */
const language = z.string().refine(isKnownLanguage);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const file = z.object({
  /** Relative to the output folder, `/`-separated. */
  path: z.string(),
  edition: z.string(),
  /** Name shown to readers, for an edition of a plug-in. */
  label: z.string().optional(),
  mediaType: z.string(),
  /** In bytes. */
  size: count,
  sha256,
  pages: count.optional(),
  /** State of the sources that it was built from. */
  release: z.string().optional(),
  /** Source files, relative to the publication's folder, `/`-separated, sorted. */
  madeFrom: z.array(z.string()).readonly(),
});

const section = z.object({
  id: z.string(),
  title: z.string(),
  /** Digest of its words and images. */
  sha256,
  /** Its first page in the edition whose page numbers the others show. */
  page: count.optional(),
});

const fact = z.object({
  id: z.string(),
  statement: z.string(),
  /** Formatted for the language of the text. */
  value: z.string(),
  checked: z.iso.date(),
  recheck: z.iso.date().optional(),
  /** Pages on which a paragraph, row or figure that states it begins, ascending, in the same edition as of sections. */
  pages: z.array(count).readonly().optional(),
});

/**
 * `manifest.json`: what was built, from which sources, with which tools. It contains no build time, so that equal
 * inputs give equal bytes.
 */
export const manifestFile = z.object({
  slug: z.string(),
  /** Identifier of the e-book: the author's, or a stable generated URN. */
  id: z.string().optional(),
  title: z.string(),
  /** Names of the authors. */
  authors: z.array(z.string()).readonly().optional(),
  subtitle: z.string().optional(),
  description: z.string().optional(),
  language,
  /** Versions in other languages, the original first. */
  translations: z
    .array(
      z.object({
        language,
        slug: z.string(),
        original: z.literal(true).optional(),
        /** Path of its web page, relative to the output folder. */
        path: z.string().optional(),
      }),
    )
    .readonly()
    .optional(),
  /** Day of publication or of the last update. */
  date: z.iso.date().optional(),
  /** Date inside the files and its source: the environment, the text or the last commit. Absent where none is known. */
  modified: z.object({ time: z.iso.datetime(), from: z.enum(["environment", "text", "commit"]) }).optional(),
  /** Id of the state of the sources, shown in every copy. */
  release: z.string().optional(),
  /** Address of the page that tells whether a copy is current. */
  check: z.string().optional(),
  tool: z.object({ name: z.literal("offprint"), version: z.string(), node: z.string() }),
  /** Name and version of the browser, where one printed. */
  browser: z.string().nullable(),
  sources: z.array(z.object({ path: z.string(), sha256 })).readonly(),
  sections: z.array(section).readonly().optional(),
  /** Facts stated in the text. */
  facts: z.array(fact).readonly().optional(),
  artifacts: z.array(file).readonly(),
  /** Cover image of the e-book, relative to the output folder. */
  cover: z.string().optional(),
  /** Conformance report: the checks that ran on the files and their results. */
  reports: z
    .array(z.object({ path: z.string(), mediaType: z.string(), size: count, sha256 }))
    .readonly()
    .optional(),
});

/** `manifest.json`: what was built, and from what. */
export type Manifest = z.output<typeof manifestFile>;
export type ManifestEntry = z.output<typeof file>;
export type ManifestSection = z.output<typeof section>;
export type ManifestFact = z.output<typeof fact>;
