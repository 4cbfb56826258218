import type { ChosenConfig } from "../config/offprint-config.ts";
import type { EditionChoice } from "../model/choose-editions.ts";
import type { SourceKind } from "../model/imported.ts";
import type { Artifact } from "../model/artifact.ts";
import type { PagePositions } from "../model/page-map.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { PluginKey } from "../model/plugin/plugin.ts";
import type { Publication } from "../model/publication.ts";
import type { PdfStandard } from "../model/pdf-standard.ts";
import type { WorkQueue } from "../model/work-queue.ts";
import type { Disk } from "../model/world.ts";
import type { BuildCache } from "./build-cache.ts";
import type { Finish } from "./finish.ts";
import type { StageTime, Timer } from "./profile.ts";
import type { Shard } from "./shard.ts";

/** What to build. */
export interface BuildRequest extends EditionChoice {
  /** Whether an e-book lists the pages of a paged edition, which is printed for that; defaults to true. */
  readonly pageList?: boolean | undefined;
  /** Files and folders, relative to the working folder or absolute. */
  readonly sources: readonly string[];
  /** Root of the project; overrides the configuration. Defaults to the repository, or the named folder. */
  readonly root?: string | undefined;
  /** Kind of the sources, whatever their file names. */
  readonly from?: SourceKind | undefined;
  readonly config: ChosenConfig;
  readonly toolVersion: string;
  /** Identify the plug-ins of the configuration in cache keys. */
  readonly plugins?: readonly PluginKey[];
  /** Results of earlier runs; without it, everything is built anew. */
  readonly cache?: BuildCache;
  /** PDF standard; overrides the configuration. */
  readonly pdfStandard?: PdfStandard | undefined;
  /** The part of the sources to build, where several machines share a build. */
  readonly shard?: Shard | undefined;
  /** Number of publications built at the same time; defaults to what the processors and the memory allow. */
  readonly jobs?: number | undefined;
  /** Queue and folder of a build that several machines share. */
  readonly shared?: SharedWork | undefined;
  /** Aborts the build, which rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Whether external checkers also check each e-book, which takes seconds and needs Java. */
  readonly full?: boolean;
  /** Measures the time of each stage. */
  readonly time?: Timer;
  /** Receives the times measured by helpers. */
  readonly addTimes?: (times: readonly StageTime[]) => void;
  /** Called with each requested file as soon as it is built; web pages are built first, and again at the end. */
  readonly onMade?: (slug: string, artifact: Artifact, diagnostics: readonly Diagnostic[]) => void;
  /** Called with each publication that is read, before its files are made. */
  readonly onPrepared?: (slug: string, publication: Publication) => void;
  /** Files of a publication's last build: a page that is reported before its files are made offers these. */
  readonly earlier?: (slug: string) => readonly Artifact[];
  readonly onProgress?: (progress: Progress) => void;
  /** Called with each finished publication; returns what the build keeps of it. */
  readonly finish?: Finish;
  /**
   * The positions of ids in each PDF of the last build, by publication and edition: a preview keeps them, and the build
   * updates them. Where an edit moves nothing to another page, the next PDF is right in its first print.
   */
  readonly layouts?: Map<string, PagePositions>;
}

/** A build that several machines share. */
export interface SharedWork {
  readonly queue: WorkQueue;
  /** Disk with the folder, absolute, that workers write their results to. */
  readonly disk: Disk;
  readonly folder: string;
}

/** Progress of a build: `done` of `total` steps are finished. */
export interface Progress {
  /** The step finished last. */
  readonly what: string;
  /** Number of finished steps. */
  readonly done: number;
  /** Number of steps. */
  readonly total: number;
}
