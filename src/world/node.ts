import type { World } from "../model/world.ts";
import { createBrowsers } from "./browser/browsers.ts";
import { createCheckers } from "./checkers/checkers.ts";
import { disk } from "./disk.ts";
import { readHost } from "./host.ts";
import { http } from "./http.ts";
import { interruption } from "./interruption.ts";
import { modules } from "./modules.ts";
import { network } from "./network.ts";
import { shell } from "./shell.ts";
import { openTerminal } from "./terminal.ts";
import { watcher } from "./watcher.ts";

/** The real world: this machine, now. */
export function realWorld(): World {
  const host = readHost();
  let interrupted: Promise<void> | undefined;
  return {
    disk,
    clock: { now: () => new Date() },
    terminal: openTerminal(),
    host,
    shell,
    browsers: createBrowsers({ disk, host, shell }),
    checkers: createCheckers({ disk, host, shell }),
    modules,
    network,
    http,
    watcher,
    get interrupted() {
      return (interrupted ??= interruption());
    },
  };
}
