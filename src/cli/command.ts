import type { Command as Commander } from "commander";
import type { World } from "../model/world.ts";
import type { ExitCode } from "./exit-code.ts";

/** What a command is run with. */
export interface Context {
  readonly world: World;
  /** Offprint's own version. */
  readonly toolVersion: string;
}

/** A command: its description for Commander, and what it does when it is called. */
export interface Command {
  describe(command: Commander): Commander;
  run(context: Context, arguments_: readonly string[], options: Readonly<Record<string, unknown>>): Promise<ExitCode>;
}
