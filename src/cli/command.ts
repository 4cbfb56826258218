import type { Command as Commander } from "commander";
import type { World } from "../model/world.ts";
import type { ExitCode } from "./exit-code.ts";

/** What a command runs with. */
export interface Context {
  readonly world: World;
  /** Offprint's own version. */
  readonly toolVersion: string;
}

/** Runs a command. */
export type Run = (
  context: Context,
  arguments_: readonly string[],
  options: Readonly<Record<string, unknown>>,
) => Promise<ExitCode>;

/** A command: its description for Commander, and its implementation, which is loaded when the command runs. */
export interface Command {
  describe(command: Commander): Commander;
  load(): Promise<Run>;
}
