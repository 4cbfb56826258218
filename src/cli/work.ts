import { escapeControls } from "../diagnostics/print/escape-controls.ts";
import { loadConfig } from "../api/load-config.ts";
import { work } from "../api/work.ts";
import type { Run } from "./command.ts";
import { connectQueue } from "../api/connect-queue.ts";
import { printReport } from "./print-report.ts";

interface Options {
  readonly jobs?: number;
  readonly store?: string;
  readonly profile?: string;
}

/** `offprint work`: processes jobs of a queue. */
export const runWork: Run = async ({ world, toolVersion }, [url = ""], options) => {
  const { jobs, store = ".", profile } = options as Options;
  const config = await loadConfig(world, profile);
  if (!config.ok) return printReport(world, "text", config);
  const queue = await connectQueue(world, url);
  if (!queue.ok) return printReport(world, "text", queue);
  const lanes = jobs ?? world.host.processors;
  world.terminal.print(`Worker: ${lanes} jobs at a time (SIGTERM or Ctrl+C ends it)\n`);
  const onJob = (run: string, key: string, outcome: string): void =>
    world.terminal.printError(`${escapeControls(`${run.slice(0, 8)} ${key} ${outcome}`)}\n`);
  const onTrouble = (reason: string): void =>
    world.terminal.printError(`The queue cannot be read, and is tried again: ${escapeControls(reason)}\n`);
  await work(world, { config: config.value, toolVersion, queue: queue.value, jobs: lanes, store, onJob, onTrouble });
  return 0;
};
