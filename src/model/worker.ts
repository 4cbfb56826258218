/**
 * Runs programs of our own on untrusted input, each in a process beside this one. Work that has no end, or takes more memory than it
 * may, ends with that process: a thread would take the whole program along.
 */
export interface Workers {
  /** Resolves with the answer of the program to `task`, both structured clones. Rejects with a `WorkerStopped` or with the program's own error. */
  run(program: WorkerProgram, task: unknown, bounds: WorkerBounds): Promise<unknown>;
}

export type WorkerProgram = "build-helper" | "chart-worker";

export interface WorkerBounds {
  /** Milliseconds. */
  readonly time: number;
  /** Bytes of the heap. */
  readonly memory: number;
}

/** Work was stopped because it met a bound. */
export class WorkerStopped extends Error {
  readonly met: keyof WorkerBounds;
  constructor(met: keyof WorkerBounds) {
    super(met === "time" ? "it did not end in time" : "it needs too much memory");
    this.met = met;
  }
}

/** A process of our own beside this one. It does one task at a time; what it loads and opens for one stays for the next. */
export interface Helper {
  /** Its answer, both structured clones. Rejects where the process has ended, and where it has no answer in this time. */
  ask(task: unknown, milliseconds?: number): Promise<unknown>;
  /** Resolves when the process has ended. */
  end(): Promise<void>;
}
