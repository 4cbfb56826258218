import { headlessShellDownloader } from "../../src/world/browser/download-headless-shell.ts";
import { downloadedShell, pinnedShell } from "../../src/world/browser/headless-shell.ts";
import { unpackNpmChromium } from "../../src/world/browser/unpack-npm-chromium.ts";
import { disk } from "../../src/world/disk.ts";
import { readHost } from "../../src/world/host.ts";
import { shell } from "../../src/world/shell.ts";

/**
 * Downloads the headless shell that the lockfile pins to where Offprint looks first. Build machines often have a
 * browser of their own, which Offprint would prefer to a download, and which changes with the machine.
 */
const download = headlessShellDownloader(disk);
const search = { disk, host: readHost(), shell, options: {}, download, unpack: unpackNpmChromium };

try {
  const present = await pinnedShell.look(search);
  if (present.kind !== "found") await downloadedShell.fetch(search);
  const finding = await pinnedShell.look(search);
  if (finding.kind !== "found") throw new Error(finding.reason);
  console.log(finding.executables.map(({ path }) => path).join("\n"));
} catch (error) {
  console.error(`The pinned browser cannot be had: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
