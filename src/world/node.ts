import { findPackagesIn } from "../model/optional-package.ts";
import { once } from "../model/once.ts";
import type { Helper } from "../model/worker.ts";
import type { Host, World } from "../model/world.ts";
import { disk } from "./disk.ts";
import { readHost } from "./host.ts";
import { openTerminal } from "./terminal.ts";

/** Returns a helper whose module is loaded on first use. */
function openHelper(host: Host): Helper {
  const helper = once(async () => (await import("./helper.ts")).startHelper(host));
  return { ask: async (...call) => (await helper()).ask(...call), end: async () => (await helper()).end() };
}

/**
 * Creates the real world: this machine, now. With `helps`, processes of our own may share its work. Everything beyond
 * the disk and terminal is loaded on first use.
 */
export function realWorld(host: Host = readHost(), helps = false): World {
  findPackagesIn(host.workingFolder);
  const shell: World["shell"] = { run: async (...call) => (await import("./shell.ts")).shell.run(...call) };
  const browsers = once(async () => (await import("./browser/browsers.ts")).createBrowsers({ disk, host, shell }));
  const checkers = once(async () => (await import("./checkers/checkers.ts")).createCheckers({ disk, host, shell }));
  const http = once(async () => (await import("./http.ts")).http);
  const workers = once(async () => (await import("./workers.ts")).createWorkers(host));
  const interrupted = once(interruption);
  return {
    disk,
    clock: { now: () => new Date() },
    terminal: openTerminal(),
    standardInput: { read: once(async () => (await import("./standard-input.ts")).standardInput.read()) },
    host,
    shell,
    browsers: {
      open: async (options) => (await browsers()).open(options),
      inspect: async (options) => (await browsers()).inspect(options),
      identify: async (...call) => (await browsers()).identify(...call),
      advise: async () => (await browsers()).advise(),
    },
    checkers: {
      epubcheck: async (book) => (await checkers()).epubcheck(book),
      ace: async (book, browser) => (await checkers()).ace(book, browser),
    },
    modules: { load: async (path) => (await import("./modules.ts")).modules.load(path) },
    workers: { run: async (...call) => (await workers()).run(...call) },
    ...(helps && { startHelper: () => openHelper(host) }),
    network: { serve: async (port, handle) => (await import("./network.ts")).network.serve(port, handle) },
    http: {
      ask: async (...question) => (await http()).ask(...question),
      wait: async (milliseconds) => (await http()).wait(milliseconds),
    },
    workQueues: { connect: async (url) => (await import("./work-queues.ts")).workQueues.connect(url) },
    stores: { open: async (...call) => (await import("./s3-disk.ts")).openS3Disk(...call, host, disk) },
    watcher: { watch: async (...call) => (await import("./watcher.ts")).watcher.watch(...call) },
    streams: () => ({ input: process.stdin, output: process.stdout }),
    get interrupted() {
      return interrupted();
    },
  };
}

/**
 * Resolves at SIGINT (Ctrl-C) or SIGTERM. From the call on, the first signal does not end the program; a second one
 * does.
 */
function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
