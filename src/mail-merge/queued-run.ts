import { z } from "zod";
import { mergedFile } from "../config/merge-manifest.ts";
import { diagnosticRecord } from "../diagnostics/diagnostic-record.ts";

const person = z.object({ number: z.int(), values: z.record(z.string(), z.string()), fileName: z.string() });

/** What the jobs of a print run have in common, as it lies in the queue. */
export const queuedRun = z.object({
  kind: z.literal("merge"),
  /** The digest of everything that decides about the files. */
  id: z.string(),
  source: z.string(),
  from: z.string().optional(),
  nameBy: z.string().optional(),
  edition: z.string(),
  oneFile: z.boolean(),
  /** Where the files go: relative to the working folder, or to that of the worker's store. */
  folder: z.string(),
  prefix: z.string(),
  roster: z.object({ rows: z.int(), sha256: z.string(), characters: z.array(z.string()) }),
  first: person,
});

/** A row that is to be made. */
export const queuedRow = person;

/** A row that was made, or what is wrong with it. */
export const queuedFile = z.object({ file: mergedFile.optional(), diagnostics: z.array(diagnosticRecord) });

export type QueuedMerge = z.output<typeof queuedRun>;
export type QueuedFile = z.output<typeof queuedFile>;
