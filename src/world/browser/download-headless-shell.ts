import * as http from "node:http";
import * as https from "node:https";
import path from "node:path";
import { Browser, computeExecutablePath, install } from "@puppeteer/browsers";
import type { Disk } from "../../model/world.ts";
import { pinnedVersion } from "./headless-shell.ts";
import { withStagingFolder } from "./staging.ts";
import type { DownloadHeadlessShell } from "./way.ts";

/**
 * Returns a function that downloads into a folder of its own and moves it into Puppeteer's cache when complete. A host
 * that sends no byte for `patience` milliseconds counts as unreachable.
 */
export function headlessShellDownloader(disk: Disk, patience: number = 10_000): DownloadHeadlessShell {
  return async ({ puppeteerCache, platform, baseUrl }, onProgress) => {
    const build = { browser: Browser.CHROMEHEADLESSSHELL, buildId: pinnedVersion, platform };
    const executable = computeExecutablePath({ cacheDir: puppeteerCache, ...build });
    // <cache>/chrome-headless-shell/<platform>-<version>/<archive's own folder>/chrome-headless-shell
    const folder = path.dirname(path.dirname(executable));
    await withStagingFolder(disk, path, folder, executable, async (staging) => {
      const source = { cacheDir: staging, ...build, ...(baseUrl !== undefined && { baseUrl }) };
      const installed = await withoutStalling(patience, (onBytes) =>
        install({
          ...source,
          downloadProgressCallback(done, total) {
            onBytes(done >= total);
            if (total > 0) onProgress(done / total);
          },
        }),
      );
      return installed.path;
    });
  };
}

/**
 * Rejects when the download stalls: `install` waits forever for a host that does not answer, and gives up when its
 * connection is closed. `work` reports when bytes arrive and whether they were the last; unpacking has no deadline.
 */
async function withoutStalling<T>(
  patience: number,
  work: (onBytes: (last: boolean) => void) => Promise<T>,
): Promise<T> {
  // Node reads HTTPS_PROXY only when asked to (since 24.14); networks that need a proxy set that variable.
  const restore = "setGlobalProxyFromEnv" in http ? http.setGlobalProxyFromEnv() : undefined;
  const stalled = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    stalled.reject(new Error(`The download host did not answer for ${patience / 1_000} seconds.`));
    for (const agent of [http.globalAgent, https.globalAgent]) agent.destroy();
  }, patience);
  const onBytes = (last: boolean): void => {
    if (last) clearTimeout(timer);
    else timer.refresh();
  };
  try {
    return await Promise.race([work(onBytes), stalled.promise]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // Puppeteer lists the error of each provider; there is only one.
    throw new Error(reason.replace(/^All providers failed[^]*- DefaultProvider: /, ""), { cause: error });
  } finally {
    clearTimeout(timer);
    restore?.();
  }
}
