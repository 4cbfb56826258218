import { isatty } from "node:tty";
import type { Terminal } from "../model/world.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/** The real terminal. */
export function openTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignoreClosedPipe);
  const interactive = isatty(process.stderr.fd) && process.env["TERM"] !== "dumb";
  return {
    print: (text) => void process.stdout.write(text),
    printError: (text) => void process.stderr.write(text),
    interactive,
    colour: wantsColour(process.env, interactive),
    columns: process.stderr.columns ?? process.stdout.columns ?? 80,
  };
}

/**
 * Reports whether to print colours: `NO_COLOR` (https://no-color.org) wins over `FORCE_COLOR`
 * (https://force-color.org); without either, colours are for terminals only.
 */
export function wantsColour(variables: Variables, interactive: boolean): boolean {
  if (variables["NO_COLOR"]) return false;
  const forced = variables["FORCE_COLOR"];
  return forced === undefined ? interactive : !["0", "false"].includes(forced);
}

/** `offprint check | head` closes the pipe early: that is not an error. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
