import { z } from "zod";

const count = z.number().int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const mergedFile = z.object({
  /** The number of the row, from 1; none of a file with all of them. */
  row: count.optional(),
  /** Relative to the folder, `/`-separated. */
  path: z.string(),
  /** Bytes. */
  size: count,
  sha256,
  pages: count,
});

/** `manifest.json` of a merge: what was made of which roster. No publication's, so that no library lists it. */
export const mergeManifest = z.object({
  kind: z.literal("merge"),
  /** The digest of everything that decides about the files. */
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

/** A text that was written by a merge; nothing for any other. */
export function readMergeManifest(text: string): MergeManifest | undefined {
  try {
    return mergeManifest.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** A line of a journal. */
export function readMergedFile(line: string): MergedFile | undefined {
  try {
    return mergedFile.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
