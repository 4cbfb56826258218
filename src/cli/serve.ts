import { loadConfig } from "../api/load-config.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { loopbacks, type ServiceOptions } from "../service/options.ts";
import { startService } from "../service/start-service.ts";
import { NotInstalled } from "../model/optional-package.ts";
import type { Run } from "./command.ts";
import type { ExitCode } from "./exit-code.ts";
import { printReport } from "./print-report.ts";

interface Options extends Omit<ServiceOptions, "sources" | "token" | "concurrency" | "bodyLimit"> {
  readonly jobs?: number;
  /** In MiB. */
  readonly body: number;
}

/** `offprint serve`: builds documents and roster rows over HTTP. */
export const runServe: Run = async ({ world, toolVersion }, sources, input) => {
  // Read before the browser starts, so that a signal does not end the program before cleanup.
  const { interrupted } = world;
  const { jobs, body, ...options } = input as unknown as Options;
  const config = await loadConfig(world);
  if (!config.ok) return printReport(world, "text", config);
  const token = world.host.variables["OFFPRINT_TOKEN"] || undefined;
  const refuse = (message: string, hint: string): Promise<ExitCode> =>
    printReport(world, "text", { diagnostics: [diagnostic("commandShape", message, hint)] });
  if (token === undefined && !loopbacks.includes(options.host)) {
    const hint = "Set OFFPRINT_TOKEN to a long secret; clients send it as Authorization: Bearer.";
    return refuse(`A service beyond this machine ("${options.host}") needs a token.`, hint);
  }
  const concurrency = jobs ?? Math.max(1, world.host.processors);
  const bodyLimit = body * 2 ** 20;
  try {
    const service = await startService(world, config.value, toolVersion, {
      ...options,
      sources,
      token,
      concurrency,
      bodyLimit,
    });
    world.terminal.print(`Service: ${service.url} (SIGTERM or Ctrl+C ends it)\n`);
    await interrupted;
    await service.stop();
    return 0;
  } catch (error) {
    if (error instanceof NotInstalled) return refuse(`The service cannot start: ${error.message}.`, error.hint);
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(`The service cannot listen: ${reason}.`, "Choose another --port or --host.");
  }
};
