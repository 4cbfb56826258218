import type { Artifact } from "../model/artifact.ts";

/** What the preview shows at the moment. */
export interface StageState {
  readonly building: boolean;
  /** Of the last build that succeeded. */
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  /** What the last build had to say, for people. */
  readonly report: string;
}

/** The latest artifacts, and a stream of states for each browser window that watches. */
export interface Stage {
  begin(): void;
  /** `artifacts` are left out where the build failed: the earlier ones stay. */
  finish(artifacts: readonly Artifact[] | undefined, report: string): void;
  find(path: string): Artifact | undefined;
  /** Each state from now on, the present one first. Ends when the stage is closed. */
  watch(): AsyncIterable<StageState>;
  close(): void;
}

export function createStage(): Stage {
  let artifacts: readonly Artifact[] = [];
  let state: StageState = { building: true, files: [], report: "" };
  const stage = { closed: false };
  let change = Promise.withResolvers<void>();
  const set = (next: StageState): void => {
    state = next;
    change.resolve();
    change = Promise.withResolvers();
  };
  return {
    begin: () => set({ ...state, building: true }),
    finish(made, report) {
      artifacts = made ?? artifacts;
      set({ building: false, files: artifacts.map(({ path, sha256 }) => ({ path, sha256 })), report });
    },
    find: (path) => artifacts.find((artifact) => artifact.path === path),
    async *watch() {
      while (!stage.closed) {
        const next = change.promise;
        yield state;
        await next;
      }
    },
    close() {
      stage.closed = true;
      change.resolve();
    },
  };
}
