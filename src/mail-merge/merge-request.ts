import type { EditionName } from "../model/edition.ts";
import type { WorkQueue } from "../model/work-queue.ts";
import type { Disk } from "../model/world.ts";
import type { Progress } from "../pipeline/build-request.ts";
import type { MergeSources } from "./plan-merge.ts";

/** Sources and options of a mail merge. */
export interface MergeRequest extends MergeSources {
  readonly edition: EditionName;
  /** Absolute path of the output folder. */
  readonly folder: string;
  /** Whether to write one file for printing, in which each person begins on a right-hand page. */
  readonly oneFile: boolean;
  readonly toolVersion: string;
  /** Set where other machines build the rows. */
  readonly queue?: WorkQueue | undefined;
  /** Disk of the output folder, if it is not on this machine. */
  readonly store?: Disk | undefined;
  readonly onProgress?: (progress: Progress) => void;
}
