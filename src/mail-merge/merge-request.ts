import type { EditionName } from "../model/edition.ts";
import type { WorkQueue } from "../model/work-queue.ts";
import type { Disk } from "../model/world.ts";
import type { Progress } from "../pipeline/build-request.ts";
import type { MergeSources } from "./plan-merge.ts";

/** What is to be merged into what. */
export interface MergeRequest extends MergeSources {
  readonly edition: EditionName;
  /** Where the files go; absolute. */
  readonly folder: string;
  /** One file for the printer, in which each person begins on a right-hand page. */
  readonly oneFile: boolean;
  readonly toolVersion: string;
  /** Where the rows are made by other machines. */
  readonly queue?: WorkQueue | undefined;
  /** Has the output folder, where that is not on this machine. */
  readonly store?: Disk | undefined;
  readonly onProgress?: (progress: Progress) => void;
}
