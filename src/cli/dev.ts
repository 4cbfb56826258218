import { startPreview } from "../api/preview.ts";
import type { Run } from "./command.ts";
import { exitCode } from "./exit-code.ts";
import { loadConfig } from "../api/load-config.ts";
import type { BuildOptions } from "./build-options.ts";
import { toRequest } from "../api/to-request.ts";
import { toOptions } from "./to-options.ts";
import { printReport } from "./print-report.ts";

interface Options extends BuildOptions {
  readonly port: number;
}

/** `offprint dev`: a preview that follows the sources. Only the web edition, unless others are asked for. */
export const runDev: Run = async (context, sources, options) => {
  const { world } = context;
  // Asked for before the browser starts, which otherwise would end the program at a signal.
  const { interrupted } = world;
  const chosen = options as unknown as Options;
  const config = await loadConfig(world);
  if (!config.ok) {
    await printReport(world, chosen.reporter, config);
    return exitCode(config.diagnostics);
  }
  const asked = (chosen.edition ?? chosen.format) ? chosen : { ...chosen, edition: ["web" as const] };
  const request = await toRequest(world, toOptions(sources, asked), config.value);
  const preview = await startPreview(world, request, chosen.port);
  if (!preview.ok) {
    await printReport(world, chosen.reporter, preview);
    return exitCode(preview.diagnostics);
  }
  world.terminal.print(`Preview: ${preview.value.url} (Ctrl+C ends it)\n`);
  await interrupted;
  await preview.value.close();
  return 0;
};
