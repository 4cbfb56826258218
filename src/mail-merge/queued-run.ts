import { z } from "zod";
import { mergedFile } from "../config/merge-manifest.ts";
import { diagnosticRecord } from "../diagnostics/diagnostic-record.ts";

const person = z.object({ number: z.int(), values: z.record(z.string(), z.string()), fileName: z.string() });

/** Common data of the jobs of a print run in a queue. */
export const queuedRun = z.object({
  kind: z.literal("merge"),
  /** Digest of everything that affects the files. */
  id: z.string(),
  source: z.string(),
  from: z.string().optional(),
  nameBy: z.string().optional(),
  edition: z.string(),
  oneFile: z.boolean(),
  /** Output folder, relative to the working folder or to the worker's store. */
  folder: z.string(),
  prefix: z.string(),
  roster: z.object({ rows: z.int(), sha256: z.string(), characters: z.array(z.string()) }),
  first: person,
});

/** A row to build. */
export const queuedRow = person;

/** A built row, or its errors. */
export const queuedFile = z.object({ file: mergedFile.optional(), diagnostics: z.array(diagnosticRecord) });

export type QueuedMerge = z.output<typeof queuedRun>;
export type QueuedFile = z.output<typeof queuedFile>;
