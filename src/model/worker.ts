/**
 * Runs our programs on untrusted input, each in a separate process. Work that does not end, or takes too much memory,
 * ends with that process; a worker thread would end the whole program.
 */
export interface Workers {
  /**
   * Resolves with the program's answer to `task`, both structured clones. Rejects with a `WorkerStopped` or the
   * program's error.
   */
  run(program: WorkerProgram, task: unknown, bounds: WorkerBounds): Promise<unknown>;
}

export type WorkerProgram = "build-helper" | "chart-worker" | "pdf-worker";

export interface WorkerBounds {
  /** In milliseconds. Always given: a process can freeze, whatever its task. */
  readonly time: number;
  /** Heap size in bytes. */
  readonly memory?: number;
  /** Gets the parts of an answer that the program sends before it ends. */
  readonly onPart?: ((part: unknown) => void) | undefined;
}

/** Work was stopped because it exceeded a bound. */
export class WorkerStopped extends Error {
  readonly met: "time" | "memory";
  constructor(met: "time" | "memory") {
    super(met === "time" ? "it did not end in time" : "it needs too much memory");
    this.met = met;
  }
}

/** A child process of Offprint. It does one task at a time; what it has loaded and opened stays for the next task. */
export interface Helper {
  /** Resolves with its answer, both structured clones. Rejects if the process has ended or does not answer in time. */
  ask(task: unknown, milliseconds: number): Promise<unknown>;
  /** Resolves when the process has ended. One that does not end by itself is killed. */
  end(): Promise<void>;
}
