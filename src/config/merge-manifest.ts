import { z } from "zod";
import { parseOwnJson } from "./parse-own-json.ts";

const count = z.number().int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const mergedFile = z.object({
  /** Row number, from 1; absent for a file with all rows. */
  row: count.optional(),
  /** Relative to the folder, `/`-separated. */
  path: z.string(),
  /** In bytes. */
  size: count,
  sha256,
  pages: count,
});

/**
 * `manifest.json` of a mail merge: what was built from which roster. It is not that of a publication, so no library
 * lists it.
 */
export const mergeManifest = z.object({
  kind: z.literal("merge"),
  /** Digest of everything that affects the files. */
  run: sha256,
  slug: z.string(),
  edition: z.string(),
  tool: z.object({ name: z.literal("offprint"), version: z.string(), node: z.string() }),
  browser: z.string(),
  roster: z.object({ sha256, rows: count }),
  files: z.array(mergedFile).readonly(),
});

export type MergeManifest = z.output<typeof mergeManifest>;
export type MergedFile = z.output<typeof mergedFile>;

/** Parses a manifest that a mail merge wrote. Returns `undefined` for any other text. */
export function readMergeManifest(text: string): MergeManifest | undefined {
  return parseOwnJson(mergeManifest, text);
}

/** Parses a line of a journal. */
export function readMergedFile(line: string): MergedFile | undefined {
  return parseOwnJson(mergedFile, line);
}
