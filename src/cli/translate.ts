import { escapeControls } from "../diagnostics/print/escape-controls.ts";
import { loadConfig } from "../api/load-config.ts";
import { translate } from "../api/translate.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { fail } from "../model/outcome.ts";
import type { Run } from "./command.ts";
import { printReport } from "./print-report.ts";

interface Options {
  readonly to?: string;
  readonly mark?: true;
  readonly section?: string;
}

/** `offprint translate`: starts translations, or marks them as up to date. */
export const runTranslate: Run = async ({ world }, sources, options) => {
  const { to, mark, section } = options as unknown as Options;
  const config = await loadConfig(world);
  if (!config.ok) return printReport(world, "text", config);
  const { root, shared, sources: usual = ["content"] } = config.value;
  const work = to !== undefined && !mark ? { to } : mark && to === undefined ? ({ mark, section } as const) : undefined;
  const done = work
    ? await translate(world, sources.length > 0 ? sources : usual, work, { root, shared })
    : fail(diagnostic("commandShape", "Use either --to with a language, or --mark."));
  const code = await printReport(world, "text", { diagnostics: done.diagnostics });
  if (!done.ok) return code;
  world.terminal.print(done.value.map((file) => `Written ${escapeControls(file)}\n`).join(""));
  return code;
};
