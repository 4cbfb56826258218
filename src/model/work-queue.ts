/** Work that several machines share, in a database. */
export interface WorkQueues {
  /** Rejects with an `Error` that says what is wrong where the database cannot be used. */
  connect(url: string): Promise<WorkQueue>;
}

/** A piece of work. No two of a run have the same key, and there is one result for each. */
export interface QueuedJob {
  readonly run: string;
  readonly key: string;
  /** JSON. */
  readonly data: unknown;
}

/** What became of a piece of work. */
export interface QueuedResult {
  readonly key: string;
  /** JSON; nothing where it has failed for good. */
  readonly data?: unknown;
  /** Why it has failed for good. */
  readonly failure?: string;
}

/** A run, as far as it is told of. Names nobody. */
export interface QueuedRun {
  readonly run: string;
  readonly title: string;
  readonly total: number;
  readonly started: Date;
}

/** Where all runs of a database are. */
export interface QueueState {
  readonly runs: readonly RunState[];
}

export interface RunState extends QueuedRun {
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
}

export interface WorkQueue {
  /** Make a run known, with what its jobs have in common (JSON). One that is known stays as it is. */
  announce(run: QueuedRun, common: unknown): Promise<void>;
  /** What the jobs of a run have in common. */
  commonOf(run: string): Promise<unknown>;
  /** Add jobs. One that waits or is in work under its key is not added again. */
  enqueue(jobs: readonly QueuedJob[]): Promise<void>;
  /** Hand over what has come since, each result at least once; it is forgotten when `keep` has ended. */
  takeResults(run: string, keep: (results: readonly QueuedResult[]) => Promise<void>): Promise<number>;
  /** Forget a run and all that is left of it. */
  forget(run: string): Promise<void>;
  /**
   * Take jobs, so many at a time. What `handle` resolves with is the job's result, in one transaction with its deletion; where it
   * rejects, the job is tried again later, by anyone, and in the end fails for good.
   */
  work(lanes: number, handle: (job: QueuedJob) => Promise<unknown>): Promise<void>;
  state(): Promise<QueueState>;
  /** Finish the jobs that have been taken, and leave. */
  close(): Promise<void>;
}
