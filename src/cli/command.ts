import type { Command as Commander } from "commander";
import type { World } from "../model/world.ts";
import type { ExitCode } from "./exit-code.ts";

/** What a command is run with. */
export interface Context {
  readonly world: World;
  /** Offprint's own version. */
  readonly toolVersion: string;
}

/** What a command does when it is called. */
export type Run = (
  context: Context,
  arguments_: readonly string[],
  options: Readonly<Record<string, unknown>>,
) => Promise<ExitCode>;

/** A command: its description for Commander, and its work, which is loaded when the command is called. */
export interface Command {
  describe(command: Commander): Commander;
  load(): Promise<Run>;
}
