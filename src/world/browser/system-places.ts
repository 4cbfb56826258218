import type { Host } from "../../model/world.ts";
import { pathsOf } from "./paths.ts";

/** Where a platform keeps its browsers: names in `PATH` first, then places, each list in order of preference. */
export interface SystemPlaces {
  readonly names: readonly string[];
  places(host: Host): readonly string[];
}

const headlessShells = ["chrome-headless-shell", "chromium-headless-shell", "headless_shell", "headless-shell"];

/** A headless shell starts and prints faster than a full browser; Edge stands last as the furthest from the tested one. */
export const systemPlaces: Readonly<Record<string, SystemPlaces>> = {
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
      ["Google\\Chrome\\Application\\chrome.exe", "Chromium\\Application\\chrome.exe", edge].flatMap((program) =>
        windowsProgramFolders(host).map((folder) => pathsOf(host).join(folder, program)),
      ),
  },
};

const edge = "Microsoft\\Edge\\Application\\msedge.exe";

function windowsProgramFolders({ variables }: Host): readonly string[] {
  const names = ["ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", "LOCALAPPDATA"];
  return [...new Set(names.flatMap((name) => variables[name] ?? []))];
}
