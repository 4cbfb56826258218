/** A job queue in a database, shared by several machines. */
export interface WorkQueues {
  /** Connects to a database. Rejects with an `Error` that says why it cannot be used. */
  connect(url: string): Promise<WorkQueue>;
}

/** The queue cannot be used any more, or has lost the run. The message says why. */
export class QueueFailed extends Error {}

/** A job. Keys are unique in a run, and each job has one result. */
export interface QueuedJob {
  readonly run: string;
  readonly key: string;
  /** JSON. */
  readonly data: unknown;
}

/** The result of a job. */
export interface QueuedResult {
  readonly key: string;
  /** JSON; absent for a job that has finally failed. */
  readonly data?: unknown;
  /** Why the job has finally failed. */
  readonly failure?: string;
}

/** Public data of a run, without personal data. */
export interface QueuedRun {
  readonly run: string;
  readonly title: string;
  readonly total: number;
  readonly started: Date;
}

/** State of all runs in a database. */
export interface QueueState {
  readonly runs: readonly RunState[];
}

export interface RunState extends QueuedRun {
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
}

/** The methods that who planned a run calls reject with `QueueFailed`. */
export interface WorkQueue {
  /** Registers a run with the data that its jobs share (JSON). A registered run stays unchanged. */
  announce(run: QueuedRun, common: unknown): Promise<void>;
  /** Returns the data that the jobs of a run share. */
  commonOf(run: string): Promise<unknown>;
  /** Adds jobs. Skips jobs whose key is already waiting or in progress. */
  enqueue(jobs: readonly QueuedJob[]): Promise<void>;
  /** Passes on new results, each at least once; they are deleted when `keep` resolves. */
  takeResults(run: string, keep: (results: readonly QueuedResult[]) => Promise<void>): Promise<number>;
  /** Reports whether the queue has an unfinished job or a result of a run. */
  isPending(run: string): Promise<boolean>;
  /** Deletes a run with all its jobs and results. */
  forget(run: string): Promise<void>;
  /**
   * Processes jobs, at most `lanes` at a time. A job's result is stored and the job deleted in one transaction. If
   * `handle` rejects, any machine retries the job later, until it finally fails. While the queue cannot be read, it is
   * tried again; `onTrouble` is called with the reason, once until there is a job again.
   */
  work(
    lanes: number,
    handle: (job: QueuedJob) => Promise<unknown>,
    onTrouble?: (reason: string) => void,
  ): Promise<void>;
  state(): Promise<QueueState>;
  /** Finishes the jobs in progress and disconnects. */
  close(): Promise<void>;
}
