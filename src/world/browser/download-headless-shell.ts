import * as http from "node:http";
import * as https from "node:https";
import path from "node:path";
import { Browser, computeExecutablePath, install } from "@puppeteer/browsers";
import type { Disk } from "../../model/world.ts";
import { pinnedVersion } from "./headless-shell.ts";
import { withStagingFolder } from "./staging.ts";
import type { DownloadHeadlessShell } from "./way.ts";

/**
 * Downloads into a folder of its own and moves it into Puppeteer's cache when it is complete. A host that sends no
 * byte for `patience` milliseconds counts as out of reach.
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
 * `install` waits for ever for a host that does not answer. Closing its connection makes it give up. `work` says when
 * bytes have come, and whether they were the last: unpacking may take its time.
 */
async function withoutStalling<T>(
  patience: number,
  work: (onBytes: (last: boolean) => void) => Promise<T>,
): Promise<T> {
  // Node reads HTTPS_PROXY only when told to (since 24.14); a network that needs a proxy says so there.
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
    // Puppeteer lists what each of its sources said; there is but one.
    throw new Error(reason.replace(/^All providers failed[^]*- DefaultProvider: /, ""), { cause: error });
  } finally {
    clearTimeout(timer);
    restore?.();
  }
}
