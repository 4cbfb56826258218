import type { World } from "../model/world.ts";
import { createBrowsers } from "./browser/browsers.ts";
import { disk } from "./disk.ts";
import { readHost } from "./host.ts";
import { shell } from "./shell.ts";
import { openTerminal } from "./terminal.ts";

/** The real world: this machine, now. */
export function realWorld(): World {
  const host = readHost();
  return {
    disk,
    clock: { now: () => new Date() },
    terminal: openTerminal(),
    host,
    shell,
    browsers: createBrowsers({ disk, host, shell }),
  };
}
