import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { manifestFile } from "../../src/config/manifest-file.ts";

/**
 * Collects the files of a release in one flat folder, as on release pages: every artifact and conformance report named
 * in a manifest of the output folder, each manifest with the list of releases, the files of an optional folder of other
 * parts (made by `package-release.ts`), and their `SHA256SUMS`. A file that differs from its manifest stops the
 * release. The library page is left out: its links lead into folders, which a release page lacks.
 *
 *     node .github/scripts/collect-release.ts dist release [parts]
 */

interface Asset {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file listed in a manifest. */
interface ListedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

const problems: string[] = [];
const [dist = "dist", release = "release", parts] = process.argv.slice(2);
const assets = [...publications(dist).flatMap(collect), ...others(parts)];

for (const name of repeated(assets.map((asset) => asset.name))) problems.push(`Two files would be called ${name}.`);
// A release page renames files with other characters, so that the sums would not match them.
for (const { name } of assets) if (!/^\w[\w.-]*$/.test(name)) problems.push(`${name} is no name for a release page.`);
if (existsSync(release) && readdirSync(release).length > 0) problems.push(`${release} is not empty.`);

if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  process.exitCode = 1;
} else {
  save(assets);
}

function publications(folder: string): string[] {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  const slugs = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  if (slugs.length === 0) problems.push(`There is no publication in ${folder}.`);
  return slugs.toSorted();
}

function collect(slug: string): Asset[] {
  const path = join(dist, slug, "manifest.json");
  if (!existsSync(path)) {
    problems.push(`${path} is missing.`);
    return [];
  }
  const bytes = readFileSync(path);
  const manifest = manifestFile.safeParse(parseJson(bytes.toString("utf8")));
  if (!manifest.success) {
    problems.push(`${path} is no manifest: ${z.prettifyError(manifest.error)}`);
    return [];
  }
  const { artifacts } = manifest.data;
  if (manifest.data.slug !== slug) problems.push(`${path} is the manifest of ${manifest.data.slug}.`);
  if (artifacts.length === 0) problems.push(`${path} names no artifact.`);
  const listedFiles: readonly ListedFile[] = [...artifacts, ...(manifest.data.reports ?? [])];
  const listed = new Set(listedFiles.map((file) => file.path));
  for (const name of readdirSync(join(dist, slug))) {
    if (/\.(html|pdf|epub)$/.test(name) && name !== "check.html" && !listed.has(`${slug}/${name}`)) {
      problems.push(`${join(dist, slug, name)} is not in the manifest: is it left over from another build?`);
    }
  }
  const files = listedFiles.flatMap((file) => check(slug, file));
  // The next release lists what changed since this one, on a machine that has neither.
  const releases = join(dist, slug, "releases.json");
  const list = existsSync(releases) ? [{ name: `${slug}.releases.json`, bytes: readFileSync(releases) }] : [];
  return [...files, { name: `${slug}.manifest.json`, bytes }, ...list];
}

function others(folder: string | undefined): Asset[] {
  if (folder === undefined) return [];
  const names = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  if (names.length === 0) problems.push(`There is nothing in ${folder}.`);
  return names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

function check(slug: string, { path, size, sha256 }: ListedFile): Asset[] {
  const name = basename(path);
  const file = join(dist, slug, name);
  if (path !== `${slug}/${name}`) problems.push(`${path} is not a file of ${slug}.`);
  else if (!existsSync(file)) problems.push(`${file} is missing.`);
  else {
    const bytes = readFileSync(file);
    if (bytes.length !== size) problems.push(`${file} has ${bytes.length} bytes, its manifest says ${size}.`);
    else if (digest(bytes) !== sha256) problems.push(`${file} is not the file that its manifest describes.`);
    else return [{ name, bytes }];
  }
  return [];
}

function save(collected: readonly Asset[]): void {
  mkdirSync(release, { recursive: true });
  for (const { name, bytes } of collected) writeFileSync(join(release, name), bytes);
  // The format of sha256sum: digest, two spaces, name.
  const sums = collected.map(({ name, bytes }) => ({ name, line: `${digest(bytes)}  ${name}\n` }));
  const sorted = sums.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ line }) => line);
  writeFileSync(join(release, "SHA256SUMS"), sorted.join(""));
  console.log(`${collected.length} files and SHA256SUMS are in ${release}.`);
}

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

/** Returns `undefined` for invalid JSON, which no schema accepts. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
