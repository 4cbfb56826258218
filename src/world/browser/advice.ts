import type { Disk, Host } from "../../model/world.ts";
import { pinnedVersion, puppeteerCache } from "./headless-shell.ts";
import { findInPath } from "./paths.ts";

/** A way of finding a browser that was tried, and why it failed. */
export interface Attempt {
  readonly way: string;
  readonly reason: string;
}

/** Package managers by program name, with the command that installs a browser. The most specific come first. */
const packageManagers: readonly { readonly program: string; readonly command: string; readonly asRoot: boolean }[] = [
  // Where snap is installed, apt-get's Chromium may only be a stub that points to the snap.
  { program: "snap", command: "snap install chromium", asRoot: true },
  { program: "apt-get", command: "apt-get install chromium", asRoot: true },
  { program: "dnf", command: "dnf install chromium", asRoot: true },
  { program: "pacman", command: "pacman -S chromium", asRoot: true },
  { program: "zypper", command: "zypper install chromium", asRoot: true },
  { program: "apk", command: "apk add chromium", asRoot: true },
  { program: "brew", command: "brew install --cask google-chrome", asRoot: false },
  { program: "winget", command: "winget install Google.Chrome", asRoot: false },
];

export function noBrowser(attempts: readonly Attempt[]): string {
  const list = attempts.map(({ way, reason }) => `  - ${way}: ${reason}`);
  return ["No browser to print with was found, and none could be downloaded.", ...list].join("\n");
}

/** Returns the install commands for this system, one per line. */
export async function howToGetABrowser(disk: Disk, host: Host): Promise<string> {
  const install = await installCommand(disk, host);
  const browsers = `npx @puppeteer/browsers install chrome-headless-shell@${pinnedVersion} --path "${puppeteerCache(host)}"`;
  return [
    "Do one of these, then run the command again:",
    ...(install === undefined ? [] : [`  ${install}`]),
    `  ${browsers}`,
    "  set PUPPETEER_EXECUTABLE_PATH to the program of a Chrome or Chromium",
  ].join("\n");
}

async function installCommand(disk: Disk, host: Host): Promise<string | undefined> {
  for (const { program, command, asRoot } of packageManagers) {
    if (await findInPath(disk, host, program)) return asRoot && !host.isRoot ? `sudo ${command}` : command;
  }
  return undefined;
}
