import type { ChosenConfig } from "../config/offprint-config.ts";
import type { EditionChoice } from "../model/choose-editions.ts";
import type { SourceKind } from "../model/imported.ts";
import type { Artifact } from "../model/artifact.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { PluginKey } from "../model/plugin/plugin.ts";
import type { PdfStandard } from "../model/pdf-standard.ts";
import type { WorkQueue } from "../model/work-queue.ts";
import type { Disk } from "../model/world.ts";
import type { BuildCache } from "./build-cache.ts";
import type { StageTime, Timer } from "./profile.ts";
import type { Shard } from "./shard.ts";

/** What is to be built. */
export interface BuildRequest extends EditionChoice {
  /** Whether an e-book names the pages of a paged edition, which is printed for that; unless told otherwise, it does. */
  readonly pageList?: boolean | undefined;
  /** Files and folders, relative to the working folder or absolute. */
  readonly sources: readonly string[];
  /** The project's root, before what the configuration says; else the repository, or the folder that is named. */
  readonly root?: string | undefined;
  /** What the sources are, whatever their names say. */
  readonly from?: SourceKind | undefined;
  readonly config: ChosenConfig;
  readonly toolVersion: string;
  /** What stands for the plug-ins of the configuration in keys of the cache. */
  readonly plugins?: readonly PluginKey[];
  /** What earlier runs made; where it is left out, everything is made anew. */
  readonly cache?: BuildCache;
  /** What the PDFs are to be, before what the configuration says. */
  readonly pdfStandard?: PdfStandard | undefined;
  /** The part of the sources to make, where several machines make the parts. */
  readonly shard?: Shard | undefined;
  /** Publications that are made at the same time; as many as the machine has processors and memory for, unless told. */
  readonly jobs?: number | undefined;
  /** Where the publications are made by other machines. */
  readonly shared?: SharedWork | undefined;
  /** Rejects the build with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Whether the official checkers look at each e-book as well, which takes seconds and needs Java. */
  readonly full?: boolean;
  /** Told how long each stage takes. */
  readonly time?: Timer;
  /** Told what helpers have timed. */
  readonly addTimes?: (times: readonly StageTime[]) => void;
  /** Told of each file that is asked for as soon as it is made; web pages are made before all else, and again at the end. */
  readonly onMade?: (slug: string, artifact: Artifact, diagnostics: readonly Diagnostic[]) => void;
  readonly onProgress?: (progress: Progress) => void;
}

/** Work that several machines share. */
export interface SharedWork {
  readonly queue: WorkQueue;
  /** Has the folder in which the machines leave what they make; absolute. */
  readonly disk: Disk;
  readonly folder: string;
}

/** Where a build is: `done` of `total` steps are behind it. */
export interface Progress {
  /** What was finished last. */
  readonly what: string;
  /** How many steps are finished. */
  readonly done: number;
  /** How many there are. */
  readonly total: number;
}
