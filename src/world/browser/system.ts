import type { Disk, Host } from "../../model/world.ts";
import { findInPath, isProgram, pathsOf } from "./paths.ts";
import { absent, found, type Look, type Search } from "./way.ts";

/** Where a platform keeps its browsers: names in `PATH` first, then paths, each in order of preference. */
interface SystemPlaces {
  readonly names: readonly string[];
  places(host: Host): readonly string[];
}

const headlessShells = ["chrome-headless-shell", "chromium-headless-shell", "headless_shell", "headless-shell"];

/**
 * A headless shell starts and prints faster than a full browser. Edge comes last: it differs most from the tested
 * browser.
 */
const systemPlaces: Readonly<Record<string, SystemPlaces>> = {
  linux: {
    names: [
      ...headlessShells,
      "google-chrome-stable",
      "google-chrome",
      "chromium",
      "chromium-browser",
      "microsoft-edge-stable",
      "microsoft-edge",
    ],
    places: () => [
      "/headless-shell/headless-shell",
      "/usr/lib64/chromium-browser/headless_shell",
      "/opt/google/chrome/chrome",
      "/usr/lib/chromium/chromium",
      "/usr/lib/chromium-browser/chromium-browser",
      "/usr/lib64/chromium-browser/chromium-browser",
      "/snap/bin/chromium",
      "/opt/microsoft/msedge/msedge",
    ],
  },
  darwin: {
    names: headlessShells,
    places: (host) =>
      ["Google Chrome", "Google Chrome for Testing", "Chromium", "Microsoft Edge"].flatMap((name) =>
        ["/Applications", pathsOf(host).join(host.home, "Applications")].map(
          (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
        ),
      ),
  },
  win32: {
    names: headlessShells,
    places: (host) =>
      [
        "Google\\Chrome\\Application\\chrome.exe",
        "Chromium\\Application\\chrome.exe",
        "Microsoft\\Edge\\Application\\msedge.exe",
      ].flatMap((program) => windowsProgramFolders(host).map((folder) => pathsOf(host).join(folder, program))),
  },
};

function windowsProgramFolders({ variables }: Host): readonly string[] {
  const names = ["ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", "LOCALAPPDATA"];
  return [...new Set(names.flatMap((name) => variables[name] ?? []))];
}

/** A browser installed by the user or the system's package manager. */
export const installedOnSystem: Look = {
  kind: "look",
  name: "a browser installed on this system",
  async look(search) {
    const paths = await installedBrowsers(search);
    return paths.length > 0
      ? found(...paths.map((path) => ({ path })))
      : absent("Neither a headless shell nor Chrome, Chromium or Edge is installed.");
  },
};

async function installedBrowsers({ disk, host }: Search): Promise<readonly string[]> {
  const system = systemPlaces[host.platform];
  if (!system) return [];
  const inPath = await Promise.all(system.names.map((name) => findInPath(disk, host, name)));
  const inPlaces = await Promise.all(
    system.places(host).map(async (place) => ((await isProgram(disk, place)) ? place : undefined)),
  );
  return withoutDoubles(
    disk,
    [...inPath, ...inPlaces].filter((path) => path !== undefined),
  );
}

/** Removes duplicates: one browser often has several names that resolve to the same file. */
async function withoutDoubles(disk: Disk, paths: readonly string[]): Promise<readonly string[]> {
  const byTarget = new Map<string, string>();
  for (const path of paths) {
    const target = await disk.realPath(path).catch(() => path);
    if (!byTarget.has(target)) byTarget.set(target, path);
  }
  return [...byTarget.values()];
}
