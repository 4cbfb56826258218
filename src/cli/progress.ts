import { textWidth } from "../model/text-width.ts";
import { escapeControls } from "../diagnostics/print/escape-controls.ts";
import type { Progress } from "../api/options.ts";
import type { Terminal } from "../model/world.ts";

export interface ProgressLine {
  show(progress: Progress): void;
  clear(): void;
}

const barWidth = 24;

/**
 * Draws progress as one updated line on a terminal, or as a line for each new step elsewhere. Draws nothing if silent.
 */
export function progressLine(terminal: Terminal, silent: boolean): ProgressLine {
  if (silent) return { show: () => undefined, clear: () => undefined };
  return terminal.interactive ? redrawn(terminal) : plain(terminal);
}

function redrawn(terminal: Terminal): ProgressLine {
  return {
    show({ what: named, done, total }) {
      const what = escapeControls(named);
      const filled = Math.round((done / total) * barWidth);
      const bar = "█".repeat(filled) + "░".repeat(barWidth - filled);
      terminal.printError(`\r\u{1b}[2K${fit(`${bar} ${what}`, terminal.columns - 1)}`);
    },
    clear: () => terminal.printError("\r\u{1b}[2K"),
  };
}

function plain(terminal: Terminal): ProgressLine {
  let last = "";
  return {
    show({ what: named }) {
      const what = escapeControls(named);
      if (what !== last) terminal.printError(`${what}\n`);
      last = what;
    },
    clear: () => undefined,
  };
}

function fit(text: string, width: number): string {
  const characters = [...text];
  while (textWidth(characters.join("")) > width) characters.pop();
  return characters.join("");
}
