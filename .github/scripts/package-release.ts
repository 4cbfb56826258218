import { execFileSync } from "node:child_process";
import { copyFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { manifestFile } from "../../src/config/manifest-file.ts";

/**
 * Creates the files of a release besides the publications: the npm package, the licences of all bundled code, and a
 * bill of materials (CycloneDX 1.5) with every package in the lockfile, and Node and the browser named in the output
 * folder's manifests.
 *
 *     node .github/scripts/package-release.ts dist parts
 */

const [dist = "dist", parts = "parts"] = process.argv.slice(2);
const npm = (...words: readonly string[]): string =>
  execFileSync("npm", words, { encoding: "utf8", maxBuffer: 2 ** 26, stdio: ["ignore", "pipe", "inherit"] });

const component = z.looseObject({ name: z.string() });
const billOfMaterials = z.looseObject({
  metadata: z.looseObject({ component }),
  components: z.array(component),
});

mkdirSync(parts, { recursive: true });
npm("pack", "--silent", "--pack-destination", parts);
copyFileSync("lib/LICENSES.txt", join(parts, "LICENSES.txt"));
const text = npm("sbom", "--sbom-format", "cyclonedx", "--package-lock-only");
writeFileSync(join(parts, "sbom.cdx.json"), `${JSON.stringify(complete(JSON.parse(text)), undefined, 2)}\n`);

/** Makes the bill reproducible: removes the timestamp and serial number, which the format does not require. */
function complete(value: unknown): unknown {
  const { metadata, components, ...bill } = billOfMaterials.parse(value);
  const { name } = z.object({ name: z.string() }).parse(JSON.parse(readFileSync("package.json", "utf8")));
  return {
    ...bill,
    serialNumber: undefined,
    // npm uses the folder's name.
    metadata: { ...metadata, timestamp: undefined, component: { ...metadata.component, name } },
    components: [...components, ...programs()],
  };
}

/** Returns Node and the browsers with which the publications were built. */
function programs(): object[] {
  const found = new Map<string, object>();
  for (const file of globSync(join(dist, "*/manifest.json")).toSorted()) {
    const { tool, browser } = manifestFile.parse(JSON.parse(readFileSync(file, "utf8")));
    for (const program of [`Node/${tool.node}`, ...(browser === null ? [] : [browser])]) {
      const [name = "", version = ""] = program.split("/");
      found.set(program, { "bom-ref": `${name}@${version}`, type: "application", name, version });
    }
  }
  return [...found.values()];
}
