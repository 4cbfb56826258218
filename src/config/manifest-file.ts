import { z } from "zod";

const count = z.number().int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const file = z.object({
  /** Relative to the output folder, `/`-separated. */
  path: z.string(),
  edition: z.string(),
  /** What readers see the edition called, where it is of a plug-in. */
  label: z.string().optional(),
  mediaType: z.string(),
  /** Bytes. */
  size: count,
  sha256,
  pages: count.optional(),
  /** The state of the sources that it was made from. */
  release: z.string().optional(),
  /** The files it was made from, relative to the publication's folder, `/`-separated, sorted. */
  madeFrom: z.array(z.string()).readonly(),
});

const section = z.object({
  id: z.string(),
  title: z.string(),
  /** Of its words and pictures. */
  sha256,
  /** Where it begins in the edition whose pages the others name. */
  page: count.optional(),
});

const fact = z.object({
  id: z.string(),
  statement: z.string(),
  /** As it is written in the language of the text. */
  value: z.string(),
  checked: z.iso.date(),
  recheck: z.iso.date().optional(),
});

/** `manifest.json`: what was made, from what, with what. It holds no time of making, so that equal work is equal bytes. */
export const manifestFile = z.object({
  slug: z.string(),
  /** The identifier of the e-book: the author's, or a URN made of what stays the same. */
  id: z.string().optional(),
  title: z.string(),
  /** Names. */
  authors: z.array(z.string()).readonly().optional(),
  subtitle: z.string().optional(),
  description: z.string().optional(),
  language: z.string(),
  /** The same in other languages, the original first. */
  translations: z
    .array(
      z.object({
        language: z.string(),
        slug: z.string(),
        original: z.literal(true).optional(),
        /** Of its web page, relative to the output folder. */
        path: z.string().optional(),
      }),
    )
    .readonly()
    .optional(),
  /** The day it was published or last updated. */
  date: z.iso.date().optional(),
  /** The instant inside the files, and who says it: the environment, the text or the last commit. Left out where nobody does. */
  modified: z.object({ time: z.iso.datetime(), from: z.enum(["environment", "text", "commit"]) }).optional(),
  /** The short name of the state of the sources, as every copy says it. */
  release: z.string().optional(),
  /** The address of the page that says whether a copy is current. */
  check: z.string().optional(),
  tool: z.object({ name: z.literal("offprint"), version: z.string(), node: z.string() }),
  /** As the browser names itself, where one printed. */
  browser: z.string().nullable(),
  sources: z.array(z.object({ path: z.string(), sha256 })).readonly(),
  sections: z.array(section).readonly().optional(),
  /** Those that the text states. */
  facts: z.array(fact).readonly().optional(),
  artifacts: z.array(file).readonly(),
  /** The cover of the e-book as a picture, relative to the output folder. */
  cover: z.string().optional(),
  /** The conformance report: which checks ran on the files, and what came of them. */
  reports: z
    .array(z.object({ path: z.string(), mediaType: z.string(), size: count, sha256 }))
    .readonly()
    .optional(),
});

/** `manifest.json`: what was made, and from what. */
export type Manifest = z.output<typeof manifestFile>;
export type ManifestEntry = z.output<typeof file>;
export type ManifestSection = z.output<typeof section>;
export type ManifestFact = z.output<typeof fact>;
