import { escapeControls } from "../diagnostics/print/escape-controls.ts";
import type { RunState } from "../model/work-queue.ts";
import type { Run } from "./command.ts";
import { connectQueue } from "../api/connect-queue.ts";
import { printReport } from "./print-report.ts";

/** `offprint status`: prints the progress of the runs of a queue. */
export const runStatus: Run = async ({ world }, [url = ""], options) => {
  const { reporter } = options as { readonly reporter: "text" | "json" };
  const queue = await connectQueue(world, url);
  if (!queue.ok) return printReport(world, reporter, queue);
  const { runs } = await queue.value.state();
  await queue.value.close();
  const now = world.clock.now();
  const list = runs.map((run) => ({ ...run, ...progressOf(run, now) }));
  const text = list.map(toLine).join("") || "The queue has no runs.\n";
  world.terminal.print(reporter === "json" ? `${JSON.stringify({ runs: list }, null, 2)}\n` : text);
  return 0;
};

function progressOf({ total, waiting, active, failed, started }: RunState, now: Date) {
  const done = Math.max(0, total - waiting - active - failed);
  const seconds = Math.max(1, (now.getTime() - started.getTime()) / 1000);
  const perMinute = Math.round((done / seconds) * 600) / 10;
  return { done, perMinute, secondsLeft: done === 0 ? null : Math.round(((waiting + active) / done) * seconds) };
}

function toLine(run: RunState & ReturnType<typeof progressOf>): string {
  const { title, total, done, waiting, active, failed, perMinute, secondsLeft } = run;
  const left = secondsLeft === null ? "" : `, ${Math.ceil(secondsLeft / 60)} min left`;
  const lost = failed > 0 ? `, ${failed} failed` : "";
  return `${escapeControls(title)} (${run.run.slice(0, 8)}): ${done} of ${total} done, ${active} in work, ${waiting} waiting${lost}; ${perMinute}/min${left}\n`;
}
