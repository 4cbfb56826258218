import { configurationFiles } from "../api/plugin-keys.ts";
import { type BuildRequest, startPreview } from "../api/preview.ts";
import type { EditionName } from "../model/edition.ts";
import { type Outcome, succeed } from "../model/outcome.ts";
import type { Run } from "./command.ts";
import { loadConfig } from "../api/load-config.ts";
import type { BuildOptions } from "./build-options.ts";
import { toRequest } from "../api/to-request.ts";
import { profileOf, toOptions } from "./to-options.ts";
import { printReport } from "./print-report.ts";

interface Options extends BuildOptions {
  readonly port: number;
}

/** The editions shown side by side. */
const previewed: readonly EditionName[] = ["web", "ebook", "handout"];

/** `offprint dev`: previews web page, e-book and handout while the sources change. */
export const runDev: Run = async (context, sources, options) => {
  const { world } = context;
  // Read before the browser starts, so that a signal does not end the program before cleanup.
  const { interrupted } = world;
  const chosen = options as unknown as Options;
  const asked = (chosen.edition ?? chosen.format) ? chosen : { ...chosen, edition: previewed };
  const read = async (): Promise<Outcome<BuildRequest>> => {
    const config = await loadConfig(world, profileOf(chosen));
    return config.ok ? succeed(await toRequest(world, toOptions(sources, asked), config.value)) : config;
  };
  const request = await read();
  if (!request.ok) return printReport(world, chosen.reporter, request);
  const preview = await startPreview(world, request.value, chosen.port, {
    files: () => configurationFiles(world),
    read,
  });
  if (!preview.ok) return printReport(world, chosen.reporter, preview);
  world.terminal.print(`Preview: ${preview.value.url} (Ctrl+C ends it)\n`);
  await interrupted;
  await preview.value.close();
  return 0;
};
